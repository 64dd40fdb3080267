package kr.haetae.http;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes a request asks for, RFC 9110, 14.2. Several ranges at once are answered with the whole, as the standard allows.
 *
 * @param from the first
 * @param to the one after the last
 */
record ByteRange(long from, long to, boolean whole) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Throws 416 for a range that begins after the end. */
    static ByteRange of(Optional<String> header, long bytes) {
        Matcher asked = ONE.matcher(header.orElse(""));
        if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
            return new ByteRange(0, bytes, true);
        }
        ByteRange range = asked.group(1).isEmpty() ? last(Long.parseLong(asked.group(2)), bytes)
                : new ByteRange(Long.parseLong(asked.group(1)), end(asked.group(2), bytes), false);
        if (range.from >= bytes) {
            throw Problem.of(416, "range-not-satisfiable", "Range not satisfiable",
                    "The file has " + bytes + " bytes.").exception();
        }
        return range.to <= range.from ? new ByteRange(0, bytes, true) : range;
    }

    private static ByteRange last(long number, long bytes) {
        return new ByteRange(number == 0 ? bytes : Math.max(0, bytes - number), bytes, false);
    }

    private static long end(String last, long bytes) {
        return last.isEmpty() ? bytes : Math.min(bytes, Long.parseLong(last) + 1);
    }

    int status() {
        return whole ? 200 : 206;
    }

    Map<String, String> headers(long bytes) {
        String length = Long.toString(to - from);
        return whole ? Map.of("Content-Length", length)
                : Map.of("Content-Length", length, "Content-Range", "bytes " + from + "-" + (to - 1) + "/" + bytes);
    }
}
