package kr.haetae.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.haetae.event.Hash;
import org.jspecify.annotations.Nullable;

/** A request's body: its bytes, strictly decoded, and what identifies the request when it is repeated. */
final class RequestBody {
    private static final Pattern JSON = Pattern.compile("\\s*application/json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private RequestBody() {}

    static byte[] bytes(RoutingContext ctx) {
        Buffer buffer = ctx.body().buffer();
        return buffer == null ? new byte[0] : buffer.getBytes();
    }

    /** SHA-256 over method, path, query and body: the same for a repeat, another for another request. */
    static Hash hash(RoutingContext ctx) {
        String line = ctx.request().method() + " " + ctx.request().uri() + "\n";
        return Hash.of(line.getBytes(StandardCharsets.UTF_8), bytes(ctx));
    }

    /** The body as a record; an empty body counts as {@code {}}. Throws a problem that names the field at fault. */
    static <T> T decode(RoutingContext ctx, Class<T> type) {
        byte[] bytes = bytes(ctx);
        requireJson(ctx, bytes);
        requireUtf8(bytes);
        try {
            T value = Json.read(bytes.length == 0 ? new byte[]{'{', '}'} : bytes, type);
            if (value == null) {
                throw Problem.bad("malformed-json", "The body is null; it must be a JSON object.").exception();
            }
            return value;
        } catch (JsonParseException e) {
            throw Problem
                    .bad("malformed-json", "The body is not JSON: " + e.getOriginalMessage() + " (line "
                            + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ")")
                    .exception();
        } catch (UnrecognizedPropertyException e) {
            throw Problem.invalid(pointer(e), "unknown-field", "There is no field '" + e.getPropertyName() + "' here.")
                    .exception();
        } catch (JsonMappingException e) {
            throw mapping(e).exception();
        } catch (IOException e) {
            throw Problem.bad("malformed-json", "The body can't be read.").exception();
        }
    }

    private static Problem mapping(JsonMappingException e) {
        return switch (e) {
            case InvalidFormatException f when f.getValue() instanceof String ->
                Problem.invalid(pointer(e), "wrong-value",
                        "'" + shortened(f.getValue()) + "' is not " + expected(f.getTargetType()) + ".");
            case ValueInstantiationException v -> Problem.invalid(pointer(e), "wrong-value", message(v));
            default -> e.getCause() instanceof JsonProcessingException cause && cause instanceof JsonParseException
                    ? Problem.bad("malformed-json", "The body is not JSON: " + cause.getOriginalMessage())
                    : Problem.invalid(pointer(e), "wrong-type", "The value has the wrong type.");
        };
    }

    private static String expected(Class<?> type) {
        return type.isEnum()
                ? "one of "
                        + Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))
                : "a valid " + type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String message(ValueInstantiationException e) {
        Throwable cause = e.getCause();
        String message = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
        return message == null ? "The value is not acceptable." : message;
    }

    private static String shortened(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex())
                        : escaped(step.getFieldName()))
                .map("/"::concat)
                .collect(Collectors.joining());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static void requireJson(RoutingContext ctx, byte[] bytes) {
        String type = ctx.request().getHeader("Content-Type");
        if (bytes.length > 0 && (type == null || !JSON.matcher(type).matches())) {
            throw Problem.of(415, "not-json", "Unsupported media type", "Send Content-Type: application/json.")
                    .exception();
        }
    }

    private static void requireUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw Problem.bad("invalid-utf-8", "The body is not valid UTF-8.").exception();
        }
    }
}
