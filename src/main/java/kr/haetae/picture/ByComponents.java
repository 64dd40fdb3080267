package kr.haetae.picture;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import kr.haetae.event.UnitCode;

/**
 * Writes records by all their components, as arrays in the components' order, whatever their annotations say to the wire. Smile is
 * Jackson's binary JSON.
 */
final class ByComponents {
    static final SmileMapper MAPPER = SmileMapper.builder(
            SmileFactory.builder().disable(SmileGenerator.Feature.ENCODE_BINARY_AS_7BIT).build())
            .annotationIntrospector(new Components())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule("haetae")
                    .addSerializer(Instant.class, new InstantOut()).addDeserializer(Instant.class, new InstantIn())
                    .addSerializer(UnitCode.class, new UnitOut()).addDeserializer(UnitCode.class, new UnitIn())
                    .addSerializer(Tally.class, new TallyForm.Out())
                    .addDeserializer(Tally.class, new TallyForm.In()))
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .serializationInclusion(JsonInclude.Include.ALWAYS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Which library writes the bytes. */
    static final String WRITER = "smile " + PackageVersion.VERSION;

    private ByComponents() {}

    /** No annotation counts. */
    private static final class Components extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public JsonFormat.Value findFormat(Annotated annotated) {
            return annotated instanceof AnnotatedClass type && type.getRawType().isRecord()
                    ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
                    : JsonFormat.Value.empty();
        }

        @Override
        public Version version() {
            return PackageVersion.VERSION;
        }
    }

    private static final class InstantOut extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray();
            out.writeNumber(value.getEpochSecond());
            out.writeNumber(value.getNano());
            out.writeEndArray();
        }
    }

    private static final class InstantIn extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            long seconds = in.nextLongValue(0);
            int nanos = in.nextIntValue(0);
            if (in.nextToken() != JsonToken.END_ARRAY) {
                throw context.wrongTokenException(in, Instant.class, JsonToken.END_ARRAY, "seconds and nanoseconds");
            }
            return Instant.ofEpochSecond(seconds, nanos);
        }
    }

    private static final class UnitOut extends JsonSerializer<UnitCode> {
        @Override
        public void serialize(UnitCode value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.value());
        }
    }

    /** Some 280 units stand in some 100,000 places: each is checked and kept once. */
    private static final class UnitIn extends JsonDeserializer<UnitCode> {
        private final ConcurrentMap<String, UnitCode> known = new ConcurrentHashMap<>();

        @Override
        public UnitCode deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return known.computeIfAbsent(in.getText(), UnitCode::new);
        }
    }
}
