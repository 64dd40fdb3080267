package kr.haetae.event;

/** A WGS 84 position in degrees. */
public record Position(double latitude, double longitude) {
    /** @throws IllegalArgumentException when the position is not on the earth */
    public Position {
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new IllegalArgumentException("latitude must lie between -90 and 90, not " + latitude);
        }
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("longitude must lie between -180 and 180, not " + longitude);
        }
    }
}
