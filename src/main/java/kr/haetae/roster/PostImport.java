package kr.haetae.roster;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a list of posts. */
public sealed interface PostImport {
    /** The file as a whole can't be read as a list of posts. */
    record Refused(RefusalCode code, String reason) implements PostImport {}

    /**
     * The file was read to its end.
     *
     * @param ignoredColumns headers that mean nothing here, as written
     */
    record Read(Charset encoding, List<Line> lines, List<LineError> errors, List<String> ignoredColumns)
            implements
                PostImport {
        public Read {
            lines = List.copyOf(lines);
            errors = List.copyOf(errors);
            ignoredColumns = List.copyOf(ignoredColumns);
        }

        /** The posts to take over under a rule; empty when the rule refuses the file. */
        public List<PostRow> accepted(Acceptance rule) {
            return switch (rule) {
                case ALL_OR_NOTHING -> errors.isEmpty() ? posts() : List.of();
                case VALID_ROWS -> posts();
            };
        }

        public List<PostRow> posts() {
            return lines.stream().map(Line::post).toList();
        }

        public long mapped() {
            return lines.stream().filter(line -> line.post().jurisdiction() instanceof Jurisdiction.Mapped).count();
        }

        public long ambiguous() {
            return lines.stream().filter(line -> line.post().jurisdiction() instanceof Jurisdiction.Ambiguous).count();
        }

        public long unmapped() {
            return lines.stream().filter(line -> line.post().jurisdiction() instanceof Jurisdiction.Unmapped).count();
        }

        /** The posts without a station (관할 미지정), ambiguous and unmapped. */
        public List<Line> waiting() {
            return lines.stream().filter(line -> !(line.post().jurisdiction() instanceof Jurisdiction.Mapped)).toList();
        }
    }

    /** A good line; numbers count the file's lines from 1, the header's. */
    record Line(long number, PostRow post) {}

    /**
     * A wrong line.
     *
     * @param column its header as written; null when the line as a whole is wrong
     * @param reason a sentence with the value and what to do
     */
    record LineError(long number, @Nullable String column, ErrorCode code, String reason) {}

    /** What the caller wants done with a file that has wrong lines. */
    enum Acceptance {
        ALL_OR_NOTHING,
        VALID_ROWS
    }

    /** Why a file is refused as a whole. */
    enum RefusalCode {
        FILE_TOO_LARGE,
        TOO_MANY_ROWS,
        EMPTY_FILE,
        UNKNOWN_ENCODING,
        MALFORMED_CSV,
        NOT_A_LIST_OF_POSTS,
        NOT_A_LIST_OF_FORCES,
        NOT_A_LIST_OF_DEPLOYMENTS,
        NOT_A_LIST_OF_ROUTES,
        COLUMN_TWICE
    }

    /** Why a line is wrong. */
    enum ErrorCode {
        FIELD_COUNT,
        VALUE_MISSING,
        VALUE_TOO_LONG,
        CONTROL_CHARACTER,
        UNKNOWN_KIND,
        UNKNOWN_PROVINCE,
        UNKNOWN_STATION,
        STATION_ELSEWHERE,
        NOT_A_NUMBER,
        POSITION_INCOMPLETE,
        POSITION_OFF_EARTH,
        POSITION_OUTSIDE_KOREA,
        DUPLICATE_POST,
        UNKNOWN_FORCE_KIND,
        UNKNOWN_ROUTE_KIND,
        NOT_A_TIME,
        OUT_OF_RANGE,
        POST_NOT_NAMED
    }
}
