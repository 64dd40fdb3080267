package kr.haetae.http;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CSV as spreadsheets in Korea open it by a double click: RFC 4180, UTF-8 with a mark in front, times in KST. */
final class CsvLine {
    /** Without it Excel takes UTF-8 for CP949. */
    static final String MARK = "\uFEFF";

    private static final DateTimeFormatter KST = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneId.of("Asia/Seoul"));

    private CsvLine() {}

    static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** As people read it; empty for none. */
    static String kst(@Nullable Instant time) {
        return time == null ? "" : KST.format(time);
    }

    /** As programs read it, UTC; empty for none. */
    static String iso(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front; any citizen's words may begin with one. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
