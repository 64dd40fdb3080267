package kr.haetae.roster;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.haetae.roster.PostImport.RefusalCode;

/**
 * Reads a list of posts: bytes in, value out. The format is described in docs/roster.md.
 *
 * <p>Pure, but heavy for a big file: not for an event loop. Safe to share between threads.
 */
public final class PostCsv {
    /** Ours: eighty times the largest list of the election commission. */
    public static final int MAX_BYTES = 32 * 1024 * 1024;
    /** Ours: five times all posts of the country. */
    public static final int MAX_ROWS = 100_000;

    /** Stands behind the text; an unclosed quotation swallows it. */
    private static final String END = "\u0001end of file\u0001";

    private final Jurisdictions jurisdictions;

    public PostCsv(Jurisdictions jurisdictions) {
        this.jurisdictions = jurisdictions;
    }

    /** Reads with the shipped tables. */
    public static PostImport read(byte[] bytes) {
        return new PostCsv(Jurisdictions.shipped()).parse(bytes);
    }

    public PostImport parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new PostImport.Refused(
                    RefusalCode.FILE_TOO_LARGE,
                    "the file has %,d bytes; at most %,d".formatted(bytes.length, MAX_BYTES));
        }
        return CsvText.decode(bytes)
                .map(this::parse)
                .orElseGet(() -> new PostImport.Refused(
                        RefusalCode.UNKNOWN_ENCODING, "the file is neither UTF-8 nor CP949; save it as CSV UTF-8"));
    }

    private PostImport parse(CsvText text) {
        if (text.text().isBlank()) {
            return new PostImport.Refused(RefusalCode.EMPTY_FILE, "the file is empty");
        }
        char separator = separator(text.text());
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text.text() + "\n" + END)) {
            return parse(text, records.iterator());
        } catch (CsvParseException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new PostImport.Refused(
                    RefusalCode.MALFORMED_CSV, e.getMessage() + ": " + cause.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PostImport parse(CsvText text, Iterator<CsvRecord> records) {
        CsvRecord first = records.next();
        Header header = Header.of(first.getFields().stream().map(Spelling::tidy).toList());
        if (!records.hasNext()) {
            return unclosed(first);
        }
        if (!header.missing().isEmpty()) {
            return new PostImport.Refused(
                    RefusalCode.NOT_A_LIST_OF_POSTS,
                    "not a list of posts: no column %s among %s; see docs/roster.md for the headers"
                            .formatted(String.join(", ", header.missing()), shown(header.names())));
        }
        if (!header.twice().isEmpty()) {
            return new PostImport.Refused(
                    RefusalCode.COLUMN_TWICE,
                    "several headers mean " + header.twice().getFirst().header() + ": " + shown(header.names()));
        }
        PostLines lines = new PostLines(header, jurisdictions);
        CsvRecord record = first;
        for (int rows = 0; records.hasNext(); rows++) {
            record = records.next();
            if (records.hasNext() && rows == MAX_ROWS) {
                return new PostImport.Refused(
                        RefusalCode.TOO_MANY_ROWS, "the file has more than %,d rows".formatted(MAX_ROWS));
            }
            if (records.hasNext()) {
                lines.read(record);
            }
        }
        return record.getFields().equals(List.of(END))
                ? new PostImport.Read(text.encoding(), lines.good(), lines.errors(), header.ignored())
                : unclosed(record);
    }

    private static PostImport unclosed(CsvRecord record) {
        return new PostImport.Refused(
                RefusalCode.MALFORMED_CSV,
                "line %d opens a quotation that is never closed".formatted(record.getStartingLineNumber()));
    }

    /** The separator under which the first line has the most columns that we know. */
    private static char separator(String text) {
        String head = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return Stream.of(',', '\t', ';')
                .max(Comparator.comparingInt((Character separator) -> known(head, separator))
                        .thenComparingLong(separator -> head.chars().filter(each -> each == separator).count()))
                .orElseThrow();
    }

    private static int known(String head, char separator) {
        List<String> names = new ArrayList<>();
        for (String name : head.split(String.valueOf(separator), -1)) {
            names.add(name.strip().replaceAll("^\"|\"$", ""));
        }
        return Header.of(names).positions().size();
    }

    private static String shown(List<String> names) {
        return names.stream().limit(12).map(PostLines::cut).collect(Collectors.joining(", "));
    }
}
