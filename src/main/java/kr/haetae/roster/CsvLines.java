package kr.haetae.roster;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kr.haetae.roster.PostImport.ErrorCode;
import kr.haetae.roster.PostImport.LineError;
import org.jspecify.annotations.Nullable;

/** The lines of one file under its header: each is good or has at least one error. Used once, by one thread. */
abstract class CsvLines<C extends Enum<C> & ListColumn, R> {
    /** Controls and invisible format characters, such as those that turn the direction of text. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    private final Header<C> header;
    private final List<LineError> errors = new ArrayList<>();
    private long number;

    CsvLines(Header<C> header) {
        this.header = header;
    }

    /** What a line says; null, or {@link #error}, when it says nothing good. */
    abstract @Nullable R row(List<String> fields);

    /** Takes a good line. */
    abstract void add(long line, R row);

    Header<C> header() {
        return header;
    }

    List<LineError> errors() {
        return errors;
    }

    void read(CsvRecord record) {
        number = record.getStartingLineNumber();
        int before = errors.size();
        List<String> fields = record.getFields();
        if (fields.stream().allMatch(String::isBlank)) {
            return;
        }
        if (!fits(fields)) {
            error(null, ErrorCode.FIELD_COUNT, "the line has %d fields, the header %d; is a comma not quoted?"
                    .formatted(fields.size(), header.names().size()));
            return;
        }
        checkTexts(fields);
        R row = row(fields);
        if (errors.size() == before && row != null) {
            add(number, row);
        }
    }

    /**
     * Behind the last column only what repeats a cell is harmless: the list of 2025 does so for all of 경북. Empty cells
     * alone are what a comma without quotes pushes out, and then every column behind it is wrong.
     */
    private boolean fits(List<String> fields) {
        int columns = header.names().size();
        if (fields.size() <= columns) {
            return fields.size() == columns;
        }
        List<String> left = fields.stream().skip(columns).filter(cell -> !cell.isBlank()).toList();
        return !left.isEmpty() && fields.subList(0, columns).containsAll(left);
    }

    private void checkTexts(List<String> fields) {
        for (C column : header.positions().keySet()) {
            String text = header.field(fields, column);
            if (INVISIBLE.matcher(text).find()) {
                error(column, ErrorCode.CONTROL_CHARACTER, "the field holds a control or invisible character");
            } else if (text.codePointCount(0, text.length()) > column.maxLength()) {
                error(column, ErrorCode.VALUE_TOO_LONG,
                        "the field has more than %d characters".formatted(column.maxLength()));
            }
        }
    }

    String required(List<String> fields, C column) {
        String text = header.field(fields, column);
        if (text.isEmpty()) {
            error(column, ErrorCode.VALUE_MISSING, "the field is empty");
        }
        return text;
    }

    @Nullable
    String optional(List<String> fields, C column) {
        String text = header.field(fields, column);
        return text.isEmpty() ? null : text;
    }

    /** A whole number; 0, with an error, when it is none. */
    int number(C column, String text, int max) {
        String digits = text.replace(",", "");
        try {
            int value = Integer.parseInt(digits);
            if (value >= 0 && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            error(column, ErrorCode.NOT_A_NUMBER, "no whole number: " + cut(text));
            return 0;
        }
        error(column, ErrorCode.OUT_OF_RANGE, "%s lies outside 0 to %,d".formatted(cut(text), max));
        return 0;
    }

    void error(@Nullable C column, ErrorCode code, String reason) {
        errors.add(new LineError(number, column == null ? null : header.name(column), code, reason));
    }

    static String cut(String text) {
        String shown = INVISIBLE.matcher(text).replaceAll("\uFFFD");
        return shown.length() > 40 ? shown.substring(0, 40) + "…" : shown;
    }
}
