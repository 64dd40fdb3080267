package kr.haetae.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Cursor;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * The client's one frame.
 *
 * @param since the cursor of what the client holds; absent: nothing
 */
public record Hello(
        @JsonProperty(required = true) String type,
        @JsonProperty(required = true) UUID operation,
        @JsonProperty(required = true) UnitCode scope,
        @Nullable Cursor since) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /** Reads a text frame; empty when it is anything but a hello. */
    public static Optional<Hello> parse(String text) {
        try {
            Hello hello = MAPPER.readValue(text, Hello.class);
            boolean whole = hello != null && "hello".equals(hello.type) && hello.operation != null
                    && hello.scope != null;
            return whole ? Optional.of(hello) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
