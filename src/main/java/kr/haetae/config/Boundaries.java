package kr.haetae.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The operator's own finer boundaries: a GeoJSON FeatureCollection (RFC 7946) of lines and polygons in Korea, WGS 84 degrees, longitude
 * first.
 *
 * @param json the file's bytes as they are, at most {@link #MOST_BYTES}
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes that nobody changes.
public record Boundaries(byte[] json, int features) {
    static final int MOST_BYTES = 16 << 20;
    private static final Set<String> TYPES = Set.of("Polygon", "MultiPolygon", "LineString", "MultiLineString");
    /** The republic with its islands and some sea around: who swapped the axes, or did not convert metres, is outside. */
    private static final double WEST = 120;
    private static final double EAST = 135;
    private static final double SOUTH = 30;
    private static final double NORTH = 45;

    /** Fails with {@link ConfigurationErrors}, which names the file and the first thing that is wrong in it. */
    static Boundaries of(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw wrong(file, "is larger than %s.".formatted(ByteSize.show(MOST_BYTES)));
            }
            byte[] json = Files.readAllBytes(file);
            return new Boundaries(json, features(file, new ObjectMapper().readTree(json)));
        } catch (JsonProcessingException e) {
            throw wrong(file, "is no JSON: %s.".formatted(e.getOriginalMessage()));
        } catch (IOException e) {
            throw wrong(file, "cannot be read.");
        }
    }

    private static int features(Path file, JsonNode root) {
        var features = root.path("features");
        if (!root.path("type").asText().equals("FeatureCollection") || !features.isArray() || features.isEmpty()) {
            throw wrong(file, "must be a GeoJSON FeatureCollection with at least one feature.");
        }
        for (int index = 0; index < features.size(); index++) {
            var geometry = features.path(index).path("geometry");
            if (!TYPES.contains(geometry.path("type").asText())) {
                throw wrong(file, "feature %d must be a polygon or a line.".formatted(index));
            }
            if (!inKorea(geometry.path("coordinates"))) {
                throw wrong(file, "feature %d has coordinates that are not longitude and latitude in Korea."
                        .formatted(index));
            }
        }
        return features.size();
    }

    /** Of an array of points at any depth; an empty one holds none. */
    private static boolean inKorea(JsonNode coordinates) {
        if (!coordinates.isArray() || coordinates.isEmpty()) return false;
        if (!coordinates.path(0).isNumber()) {
            for (var part : coordinates) {
                if (!inKorea(part)) return false;
            }
            return true;
        }
        if (!coordinates.path(1).isNumber()) return false;
        double x = coordinates.path(0).asDouble();
        double y = coordinates.path(1).asDouble();
        return x >= WEST && x <= EAST && y >= SOUTH && y <= NORTH;
    }

    private static ConfigurationErrors wrong(Path file, String what) {
        return new ConfigurationErrors(
                List.of("%s names %s, which %s".formatted(Setting.MAP_BOUNDARIES.key(), file, what)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Boundaries(byte[] theirs, int many) && many == features && Arrays.equals(theirs, json);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(json);
    }

    @Override
    public String toString() {
        return "Boundaries[features=%d, bytes=%d]".formatted(features, json.length);
    }
}
