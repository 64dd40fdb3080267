package kr.haetae.config;

import java.util.regex.Pattern;

/** A size as people write it in settings: bytes, or {@code 64KiB}, {@code 32MiB}. */
final class ByteSize {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,12})(KiB|MiB)?");

    private ByteSize() {}

    /** Fails with {@link IllegalArgumentException}, saying the shape wanted. */
    static long parse(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) throw new IllegalArgumentException("a size such as 65536, 64KiB or 32MiB");
        var unit = match.group(2);
        return Long.parseLong(match.group(1)) * (unit == null ? 1 : unit.equals("KiB") ? 1 << 10 : 1 << 20);
    }

    static String show(long bytes) {
        if (bytes % (1 << 20) == 0) return (bytes >> 20) + "MiB";
        return bytes % (1 << 10) == 0 ? (bytes >> 10) + "KiB" : Long.toString(bytes);
    }
}
