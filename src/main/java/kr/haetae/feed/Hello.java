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
 * @param id a text of 1 to {@value #MAX_ID} characters or a whole number, which the answer repeats
 */
public record Hello(
        @JsonProperty(required = true) String type,
        @JsonProperty(required = true) UUID operation,
        @JsonProperty(required = true) UnitCode scope,
        @Nullable Cursor since,
        @Nullable Object id) {
    static final int MAX_ID = 40;
    /** What every JSON reader keeps exactly, RFC 8259, section 6. */
    private static final long MAX_WHOLE = (1L << 53) - 1;

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
                    && hello.scope != null && idFits(hello.id);
            return whole ? Optional.of(hello) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The id as JSON; null when the client gave none. */
    @Nullable
    String idJson() {
        if (id == null) {
            return null;
        }
        try {
            return MAPPER.writeValueAsString(id);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the id of a hello", e);
        }
    }

    private static boolean idFits(@Nullable Object id) {
        return switch (id) {
            case null -> true;
            case String text -> !text.isEmpty() && text.codePointCount(0, text.length()) <= MAX_ID;
            case Integer number -> true;
            case Long number -> Math.abs(number) <= MAX_WHOLE;
            default -> false;
        };
    }
}
