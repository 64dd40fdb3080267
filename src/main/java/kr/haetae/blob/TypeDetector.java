package kr.haetae.blob;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.tika.Tika;

/** What a file is, by its bytes: names and what a sender says count for nothing. */
final class TypeDetector {
    private static final int BRAND_AT = 8;
    private static final int BRAND_BYTES = 4;
    private static final int MATROSKA_HEAD = 4_096;

    private static final Tika TIKA = new Tika();

    private TypeDetector() {}

    /** {@code head}: the first chunk, or the whole of a small file. */
    static Optional<FileType> detect(byte[] head) {
        return switch (TIKA.detect(head)) {
            // Its tables know few brands of ISO media; what they don't know they call QuickTime.
            case "video/quicktime", "application/mp4", "video/x-m4v" ->
                Optional.of(brand(head).equals("qt  ") || !iso(head) ? FileType.QUICKTIME : FileType.MP4);
            case "application/x-matroska", "video/x-matroska" ->
                text(head, 0, MATROSKA_HEAD).contains("webm") ? Optional.of(FileType.WEBM) : Optional.empty();
            case "audio/vorbis", "audio/opus", "application/ogg" -> Optional.of(FileType.OGG);
            case "audio/vnd.wave", "audio/x-wav" -> Optional.of(FileType.WAV);
            case String other -> FileType.of(other);
        };
    }

    private static boolean iso(byte[] head) {
        return text(head, 4, 4).equals("ftyp");
    }

    private static String brand(byte[] head) {
        return text(head, BRAND_AT, BRAND_BYTES);
    }

    private static String text(byte[] head, int from, int length) {
        int start = Math.min(from, head.length);
        return new String(head, start, Math.min(length, head.length - start), StandardCharsets.ISO_8859_1);
    }
}
