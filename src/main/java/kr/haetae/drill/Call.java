package kr.haetae.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request of the API.
 *
 * @param path below the operation; {@code {level:STEP}} in it stands for the declaration that came of that step of the level plan,
 *     which the sender looks up as a room does
 * @param body JSON
 */
record Call(String method, String path, String body) {
    private static final JsonMapper MAPPER = new JsonMapper();

    static Call post(String path, Body body) {
        return new Call("POST", path, body.json());
    }

    static Call put(String path, Body body) {
        return new Call("PUT", path, body.json());
    }

    /** The fields of a body in the order they were named; absent values are left out. */
    static final class Body {
        private final Map<String, Object> fields = new LinkedHashMap<>();

        Body with(String name, @Nullable Object value) {
            switch (value) {
                case null -> {}
                case Body inner -> fields.put(name, inner.fields);
                case Instant time -> fields.put(name, time.toString());
                case UUID id -> fields.put(name, id.toString());
                case Enum<?> constant -> fields.put(name, constant.name());
                default -> fields.put(name, value);
            }
            return this;
        }

        Map<String, Object> fields() {
            return fields;
        }

        String json() {
            try {
                return MAPPER.writeValueAsString(fields);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("maps of texts and numbers are JSON", e);
            }
        }
    }
}
