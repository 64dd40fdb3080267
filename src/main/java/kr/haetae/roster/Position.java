package kr.haetae.roster;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Degrees, WGS 84. */
record Position(double latitude, double longitude) {
    static final Bounds EARTH = new Bounds(-90, 90, -180, 180);
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,6}(\\.\\d{1,20})?");

    /** Null when either is no plain decimal number. */
    static @Nullable Position parse(String latitude, String longitude) {
        return DECIMAL.matcher(latitude).matches() && DECIMAL.matcher(longitude).matches()
                ? new Position(Double.parseDouble(latitude), Double.parseDouble(longitude))
                : null;
    }

    record Bounds(double south, double north, double west, double east) {
        boolean contain(Position at) {
            return at.latitude >= south && at.latitude <= north && at.longitude >= west && at.longitude <= east;
        }
    }
}
