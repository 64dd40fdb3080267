package kr.haetae.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.haetae.event.TransportKind;
import kr.haetae.roster.PostImport.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The lines of a list of routes of ballot boxes. */
final class RouteLines extends PlacedLines<RouteColumn, RouteRow> {
    private static final Pattern NEXT = Pattern.compile("[>→]");
    private static final Pattern AND = Pattern.compile("[;|]");
    /** As many as one route may have. */
    private static final int MOST = 20;
    private static final int LONGEST_BOX = 40;
    private static final int LONGEST_CHECKPOINT = 100;

    RouteLines(Header<RouteColumn> header, Jurisdictions jurisdictions) {
        super(header, jurisdictions);
    }

    @Override
    @Nullable
    RouteRow row(List<String> fields) {
        String number = required(fields, RouteColumn.NUMBER);
        Optional<TransportKind> kind = transportKind(required(fields, RouteColumn.KIND));
        String from = required(fields, RouteColumn.FROM);
        PostName start = from.isEmpty() ? PostName.UNKNOWN : named(RouteColumn.FROM, from);
        String to = optional(fields, RouteColumn.TO);
        PostName end = to == null ? null : named(RouteColumn.TO, to);
        Optional<LocalDate> date = date(fields);
        Optional<Instant> departs = time(fields, RouteColumn.DEPARTS, date, Optional.empty());
        Optional<Instant> arrives = time(fields, RouteColumn.ARRIVES, date, departs);
        List<String> checkpoints = words(fields, RouteColumn.CHECKPOINTS, NEXT, LONGEST_CHECKPOINT);
        List<String> boxes = words(fields, RouteColumn.BOXES, AND, LONGEST_BOX);
        return kind.isEmpty() || departs.isEmpty() || arrives.isEmpty() ? null
                : new RouteRow(number, kind.get(), start, end, optional(fields, RouteColumn.TO_NAME), departs.get(),
                        arrives.get(), checkpoints, boxes);
    }

    private Optional<TransportKind> transportKind(String word) {
        Optional<TransportKind> kind = switch (Spelling.key(word)) {
            case "to_counting", "tocounting", "개표소", "개표소회송", "개표" -> Optional.of(TransportKind.TO_COUNTING);
            case "to_storage", "tostorage", "보관소", "보관소회송", "보관" -> Optional.of(TransportKind.TO_STORAGE);
            case "postal", "우편", "우편회송" -> Optional.of(TransportKind.POSTAL);
            default -> Optional.empty();
        };
        if (kind.isEmpty() && !word.isEmpty()) {
            error(RouteColumn.KIND, ErrorCode.UNKNOWN_ROUTE_KIND, "unknown kind of route: " + cut(word));
        }
        return kind;
    }

    private Optional<LocalDate> date(List<String> fields) {
        String text = header().field(fields, RouteColumn.DATE);
        Optional<LocalDate> date = ShiftText.date(text);
        if (date.isEmpty() && !text.isEmpty()) {
            error(RouteColumn.DATE, ErrorCode.NOT_A_TIME, "no date such as 2026-06-03: " + cut(text));
        }
        return date;
    }

    private Optional<Instant> time(List<String> fields, RouteColumn column, Optional<LocalDate> date,
            Optional<Instant> after) {
        String text = required(fields, column);
        Optional<Instant> time = ShiftText.time(text, date, after);
        if (time.isEmpty() && !text.isEmpty()) {
            error(column, ErrorCode.NOT_A_TIME, "no time such as 2026-06-03 20:30, or 20:30 beside a date: "
                    + cut(text));
        }
        return time;
    }

    private List<String> words(List<String> fields, RouteColumn column, Pattern separator, int longest) {
        List<String> words = Arrays.stream(separator.split(header().field(fields, column))).map(String::strip)
                .filter(word -> !word.isEmpty()).toList();
        if (words.size() > MOST) {
            error(column, ErrorCode.OUT_OF_RANGE, "more than %d in one line: %d".formatted(MOST, words.size()));
        }
        words.stream().filter(word -> word.codePointCount(0, word.length()) > longest).findFirst()
                .ifPresent(word -> error(column, ErrorCode.VALUE_TOO_LONG,
                        "more than %d characters: %s".formatted(longest, cut(word))));
        return words;
    }
}
