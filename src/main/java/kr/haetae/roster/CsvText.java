package kr.haetae.roster;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of a file and the encoding it was written in. */
record CsvText(String text, Charset encoding) {
    /** What Korean Windows and its spreadsheets write; a superset of EUC-KR. */
    static final Charset CP949 = Charset.forName("x-windows-949");

    /** Strict: the first of UTF-8 and CP949 under which every byte has a meaning; empty if neither. */
    static Optional<CsvText> decode(byte[] bytes) {
        return decode(bytes, StandardCharsets.UTF_8).or(() -> decode(bytes, CP949));
    }

    private static Optional<CsvText> decode(byte[] bytes, Charset encoding) {
        try {
            String text = encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(new CsvText(text.startsWith("\uFEFF") ? text.substring(1) : text, encoding));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
