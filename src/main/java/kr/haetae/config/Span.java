package kr.haetae.config;

import java.time.Duration;
import java.util.regex.Pattern;

/** A span of time as people write it in settings: {@code 30s}, {@code 10m}, {@code 36h}, {@code 30d}. */
final class Span {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})([smhd])");

    private Span() {}

    /** Fails with {@link IllegalArgumentException}, saying the shape wanted. */
    static Duration parse(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) throw new IllegalArgumentException("a span such as 30s, 10m, 36h or 30d");
        return Duration.ofSeconds(Long.parseLong(match.group(1)) * seconds(match.group(2).charAt(0)));
    }

    static String show(long seconds) {
        for (char unit : new char[]{'d', 'h', 'm'}) {
            if (seconds % seconds(unit) == 0 && seconds > 0) return seconds / seconds(unit) + "" + unit;
        }
        return seconds + "s";
    }

    private static long seconds(char unit) {
        return switch (unit) {
            case 'd' -> 86_400;
            case 'h' -> 3_600;
            case 'm' -> 60;
            default -> 1;
        };
    }
}
