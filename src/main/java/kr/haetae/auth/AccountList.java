package kr.haetae.auth;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * A list of accounts to issue, CSV with the header {@code login,name,role,unit,post} in any order, {@code post} optional; UTF-8, with
 * or without a byte order mark, or CP949, as Korean spreadsheets write.
 */
public final class AccountList {
    /** More than all who stand at polling places at a time, 28,590 on 2025-06-03 (two at each of 14,295). */
    public static final int MAX_ROWS = 50_000;

    private static final Charset CP949 = Charset.forName("x-windows-949");
    private static final List<String> NEEDED = List.of("login", "name", "role", "unit");

    /**
     * One row.
     *
     * @param line where it begins in the file, from 1
     * @param wanted absent when the row is wrong
     * @param wrong what is wrong with it, for the person who sent the file
     */
    public record Row(long line, String login, @Nullable NewAccount wanted, @Nullable String wrong) {}

    private AccountList() {}

    /**
     * Reads the file; a wrong row does not stop it.
     *
     * @throws IllegalArgumentException when the file as a whole can't be read; the message says why
     */
    public static List<Row> read(byte[] file) {
        List<Row> rows = new ArrayList<>();
        try {
            for (NamedCsvRecord record : CsvReader.builder().ofNamedCsvRecord(text(file))) {
                if (rows.isEmpty() && !record.getHeader().containsAll(NEEDED)) {
                    throw new IllegalArgumentException(
                            "the first line names the columns login,name,role,unit and, if wanted, post");
                }
                if (rows.size() == MAX_ROWS) {
                    throw new IllegalArgumentException("a list has at most " + MAX_ROWS + " rows; send it in parts");
                }
                rows.add(row(record));
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("the file is not CSV: " + e.getMessage(), e);
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("it has no rows below the line that names the columns");
        }
        return rows;
    }

    private static Row row(NamedCsvRecord record) {
        long line = record.getStartingLineNumber();
        String login = record.findField("login").orElse("").strip();
        try {
            String post = record.findField("post").orElse("").strip();
            return new Row(line, login, new NewAccount(login, required(record, "name"), role(required(record, "role")),
                    UnitCode.of(required(record, "unit")), post.isEmpty() ? null : UUID.fromString(post)), null);
        } catch (IllegalArgumentException e) {
            return new Row(line, login, null, e.getMessage());
        }
    }

    private static Role role(String text) {
        try {
            return Role.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("there is no role '" + text + "'", e);
        }
    }

    private static String required(NamedCsvRecord record, String column) {
        return record.findField(column).map(String::strip).filter(value -> !value.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("the column " + column + " is empty"));
    }

    private static String text(byte[] file) {
        String text = decoded(file, StandardCharsets.UTF_8)
                .or(() -> decoded(file, CP949))
                .orElseThrow(() -> new IllegalArgumentException("the file is neither UTF-8 nor CP949"));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
