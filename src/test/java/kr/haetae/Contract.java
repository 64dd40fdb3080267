package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The two published documents, and whether a text is what a place in one of them says. */
final class Contract {
    private static final String BASE = "https://haetae.invalid/api/v1/";
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(
                    BASE + "openapi.json", text("http/openapi.json"),
                    BASE + "live.schema.json", text("feed/live.schema.json")))));

    private Contract() {}

    /** {@code place}: such as {@code openapi.json#/components/schemas/Problem}. */
    static void requireFits(String place, String json) {
        var faults = SCHEMAS.getSchema(SchemaLocation.of(BASE + place)).validate(json, InputFormat.JSON,
                context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
        assertThat(faults).as(() -> "faults against %s of %.2000s".formatted(place, json)).isEmpty();
    }

    static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Contract.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
