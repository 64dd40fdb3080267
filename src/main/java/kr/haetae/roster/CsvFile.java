package kr.haetae.roster;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.haetae.roster.PostImport.RefusalCode;

/** Reads a file of lines under a header, whatever it lists. Refusals of the file as a whole are here, those of lines in the lines. */
final class CsvFile<C extends Enum<C> & ListColumn, L extends CsvLines<C, ?>> {
    /** Ours: eighty times the largest list of the election commission. */
    static final int MAX_BYTES = 32 * 1024 * 1024;
    /** Ours: five times all posts of the country. */
    static final int MAX_ROWS = 100_000;

    /** Stands behind the text; an unclosed quotation swallows it. */
    private static final String END = "\u0001end of file\u0001";

    /** What came of it. */
    sealed interface Outcome<L> {}

    record Refused<L>(RefusalCode code, String reason) implements Outcome<L> {}

    record Read<L>(Charset encoding, L lines) implements Outcome<L> {}

    private final Columns<C> columns;
    private final Function<Header<C>, L> start;

    CsvFile(Columns<C> columns, Function<Header<C>, L> start) {
        this.columns = columns;
        this.start = start;
    }

    Outcome<L> read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new Refused<>(RefusalCode.FILE_TOO_LARGE,
                    "the file has %,d bytes; at most %,d".formatted(bytes.length, MAX_BYTES));
        }
        return CsvText.decode(bytes)
                .map(this::read)
                .orElseGet(() -> new Refused<>(
                        RefusalCode.UNKNOWN_ENCODING, "the file is neither UTF-8 nor CP949; save it as CSV UTF-8"));
    }

    private Outcome<L> read(CsvText text) {
        if (text.text().isBlank()) {
            return new Refused<>(RefusalCode.EMPTY_FILE, "the file is empty");
        }
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator(text.text()))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text.text() + "\n" + END)) {
            return read(text, records.iterator());
        } catch (CsvParseException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Refused<>(RefusalCode.MALFORMED_CSV, e.getMessage() + ": " + cause.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome<L> read(CsvText text, Iterator<CsvRecord> records) {
        CsvRecord first = records.next();
        Header<C> header = Header.of(columns, first.getFields().stream().map(Spelling::tidy).toList());
        if (!records.hasNext()) {
            return unclosed(first);
        }
        if (!header.missing().isEmpty()) {
            return new Refused<>(columns.foreign(),
                    "not a list of %s: no column %s among %s; see docs/roster.md for the headers".formatted(
                            columns.what(), String.join(", ", header.missing()), shown(header.names())));
        }
        if (!header.twice().isEmpty()) {
            return new Refused<>(RefusalCode.COLUMN_TWICE,
                    "several headers mean " + header.twice().getFirst().header() + ": " + shown(header.names()));
        }
        L lines = start.apply(header);
        CsvRecord record = first;
        for (int rows = 0; records.hasNext(); rows++) {
            record = records.next();
            if (records.hasNext() && rows == MAX_ROWS) {
                return new Refused<>(RefusalCode.TOO_MANY_ROWS,
                        "the file has more than %,d rows".formatted(MAX_ROWS));
            }
            if (records.hasNext()) {
                lines.read(record);
            }
        }
        return record.getFields().equals(List.of(END)) ? new Read<>(text.encoding(), lines) : unclosed(record);
    }

    private Outcome<L> unclosed(CsvRecord record) {
        return new Refused<>(RefusalCode.MALFORMED_CSV,
                "line %d opens a quotation that is never closed".formatted(record.getStartingLineNumber()));
    }

    /** The separator under which the first line has the most columns that we know. */
    private char separator(String text) {
        String head = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return Stream.of(',', '\t', ';')
                .max(Comparator.comparingInt((Character separator) -> known(head, separator))
                        .thenComparingLong(separator -> head.chars().filter(each -> each == separator).count()))
                .orElseThrow();
    }

    private int known(String head, char separator) {
        List<String> names = new ArrayList<>();
        for (String name : head.split(String.valueOf(separator), -1)) {
            names.add(name.strip().replaceAll("^\"|\"$", ""));
        }
        return Header.of(columns, names).positions().size();
    }

    private static String shown(List<String> names) {
        return names.stream().limit(12).map(CsvLines::cut).collect(Collectors.joining(", "));
    }
}
