package kr.haetae.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapLayersTest {
    @TempDir
    Path directory;

    @Test
    void theMapNeedsNothing() {
        assertThat(Configuration.of(Map.of()).map()).isEqualTo(MapLayers.NONE);
    }

    @Test
    void boundariesAreReadAndCounted() throws IOException {
        var file = file("""
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"name":"강남구"},"geometry":{"type":"MultiPolygon",
                "coordinates":[[[[127.0,37.5],[127.1,37.5],[127.1,37.6],[127.0,37.5]]]]}},
                {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[126,33],[126.5,33.4]]}}]}
                """);

        var boundaries = Configuration.of(Map.of("HAETAE_MAP_BOUNDARIES", file.toString())).map().boundaries();

        assertThat(boundaries).hasValueSatisfying(it -> {
            assertThat(it.features()).isEqualTo(2);
            assertThat(it.json()).isEqualTo(bytes(file));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":                                                                           | is no JSON
            {"type":"Feature"}                                                                 | must be a GeoJSON FeatureCollection
            {"type":"FeatureCollection","features":[]}                                         | with at least one feature
            [F{"type":"Point","coordinates":[127,37]}]                                         | feature 0 must be a polygon or a line
            [F{"type":"LineString","coordinates":[[37.5,127.0],[37.6,127.1]]}]                 | feature 0 has coordinates that are not
            [F{"type":"LineString","coordinates":[[953898,1952032],[953899,1952033]]}]         | not longitude and latitude in Korea
            [F{"type":"Polygon","coordinates":[[]]}]                                           | feature 0 has coordinates that are not
            [F{"type":"LineString","coordinates":[[127,"37"]]}]                                | feature 0 has coordinates that are not
            """)
    void otherFilesAreRefusedByNameAndReason(String content, String reason) throws IOException {
        var file = file(content.replaceFirst("\\[F(.*)]", "{\"type\":\"FeatureCollection\",\"features\":"
                + "[{\"type\":\"Feature\",\"properties\":{},\"geometry\":$1}]}"));

        var errors = refused(Map.of("HAETAE_MAP_BOUNDARIES", file.toString()));

        assertThat(errors).hasSize(1).first().asString()
                .startsWith("HAETAE_MAP_BOUNDARIES names " + file).contains(reason);
    }

    @Test
    void aFileThatIsNotThereOrTooLargeIsRefused() throws IOException {
        var absent = directory.resolve("absent");
        var large = directory.resolve("large");
        try (var bytes = new RandomAccessFile(large.toFile(), "rw")) {
            bytes.setLength(Boundaries.MOST_BYTES + 1L);
        }

        assertThat(refused(Map.of("HAETAE_MAP_BOUNDARIES", absent.toString())))
                .containsExactly("HAETAE_MAP_BOUNDARIES names " + absent + ", which cannot be read.");
        assertThat(refused(Map.of("HAETAE_MAP_BOUNDARIES", large.toString())))
                .containsExactly("HAETAE_MAP_BOUNDARIES names " + large + ", which is larger than 16MiB.");
    }

    @Test
    void tilesHaveAnOriginAndAName() {
        var tiles = Configuration.of(Map.of("HAETAE_MAP_TILES", "https://tiles.room.kr:8443/base/{z}/{x}/{y}.png",
                "HAETAE_MAP_TILES_ATTRIBUTION", "국토지리정보원")).map().tiles().orElseThrow();

        assertThat(tiles.origin()).isEqualTo("https://tiles.room.kr:8443");
        assertThat(tiles.attribution()).hasValue("국토지리정보원");
    }

    @ParameterizedTest
    @CsvSource({"https://tiles.room.kr/{z}/{x}.png", "ftp://tiles.room.kr/{z}/{x}/{y}", "/{z}/{x}/{y}",
        "https://user@tiles.room.kr/{z}/{x}/{y}", "https://{z}.room.kr/{x}/{y}", "https://a;b/{z}/{x}/{y}"})
    void otherTemplatesAreRefused(String template) {
        assertThat(refused(Map.of("HAETAE_MAP_TILES", template))).hasSize(1).first().asString()
                .startsWith("HAETAE_MAP_TILES must be an address such as https://tiles.example.kr/{z}/{x}/{y}.png");
    }

    @Test
    void whoIsNamedForTilesNeedsTiles() {
        assertThat(refused(Map.of("HAETAE_MAP_TILES_ATTRIBUTION", "x")))
                .containsExactly("HAETAE_MAP_TILES_ATTRIBUTION is only for HAETAE_MAP_TILES.");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("boundaries.geojson"), content);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static java.util.List<String> refused(Map<String, String> variables) {
        return catchThrowableOfType(ConfigurationErrors.class, () -> Configuration.of(variables)).sentences();
    }
}
