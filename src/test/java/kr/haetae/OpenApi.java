package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The published description of the API, and whether requests and answers keep to it. */
final class OpenApi {
    static final JsonObject DOCUMENT = new JsonObject(Contract.text("http/openapi.json"));
    private static final JsonObject PATHS = DOCUMENT.getJsonObject("paths");
    private static final String PLACE = "openapi.json";

    private OpenApi() {}

    /** Such as {@code GET /operations/{operation}/posts}. */
    static List<String> routes() {
        return PATHS.stream().flatMap(path -> ((JsonObject) path.getValue()).fieldNames().stream()
                .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey())).toList();
    }

    static void requireAnswerFits(HttpMethod method, String uri, HttpResponse<Buffer> response) {
        String body = Optional.ofNullable(response.bodyAsString()).orElse("");
        String type = Optional.ofNullable(response.getHeader("Content-Type")).orElse("");
        if (response.statusCode() >= 400) {
            assertThat(type).as("%s %.200s %d %.300s".formatted(method, uri, response.statusCode(), body))
                    .isEqualTo("application/problem+json");
            Contract.requireFits(PLACE + "#/components/schemas/Problem", body);
            assertThat(new JsonObject(body).getInteger("status")).isEqualTo(response.statusCode());
            return;
        }
        JsonObject answer = operation(method, uri).getJsonObject("responses")
                .getJsonObject(Integer.toString(response.statusCode()));
        assertThat(answer).as("%s %s may answer %d".formatted(method, uri, response.statusCode())).isNotNull();
        JsonObject content = answer.getJsonObject("content");
        if (content == null) {
            assertThat(Optional.ofNullable(response.body()).map(Buffer::length).orElse(0)).isZero();
            return;
        }
        assertThat(content.fieldNames()).contains(type);
        JsonObject schema = content.getJsonObject(type).getJsonObject("schema");
        if (!type.startsWith("text/") && !"binary".equals(schema.getString("format"))) {
            Contract.requireFits(PLACE + schema.getString("$ref"), body);
        }
    }

    static void requireRequestFits(HttpMethod method, String uri, MultiMap headers, @Nullable Buffer body) {
        JsonObject operation = operation(method, uri);
        Map<String, String> query = query(uri);
        for (JsonObject parameter : parameters(operation)) {
            String name = parameter.getString("name");
            String value = switch (parameter.getString("in")) {
                case "query" -> query.remove(name);
                case "header" -> headers.get(name);
                default -> null;
            };
            boolean inPath = parameter.getString("in").equals("path");
            assertThat(value != null || inPath || !parameter.getBoolean("required", false)).as(name).isTrue();
            if (value != null) {
                requireValueFits(parameter.getJsonObject("schema"), value);
            }
        }
        assertThat(query).as("parameters that the document does not know").isEmpty();
        requireBodyFits(operation.getJsonObject("requestBody"), body);
    }

    private static void requireBodyFits(@Nullable JsonObject described, @Nullable Buffer body) {
        if (body == null || body.length() == 0) {
            assertThat(described == null || !described.getBoolean("required")).as("a body is required").isTrue();
            return;
        }
        JsonObject content = Objects.requireNonNull(described, "no body is described").getJsonObject("content");
        JsonObject json = content.getJsonObject("application/json");
        if (json != null) {
            Contract.requireFits(PLACE + json.getJsonObject("schema").getString("$ref"), body.toString());
        }
    }

    /** Shared schemas only: what a parameter's own small schema says is checked by its enum or pattern. */
    private static void requireValueFits(JsonObject schema, String value) {
        String shared = schema.getString("$ref");
        if (shared != null) {
            Contract.requireFits(shared, new JsonArray().add(value).encode().replaceAll("^\\[|]$", ""));
        } else if (schema.containsKey("enum")) {
            assertThat(schema.getJsonArray("enum").getList().toString().toUpperCase(Locale.ROOT))
                    .contains(value.toUpperCase(Locale.ROOT));
        }
    }

    private static Stream<JsonObject> stream(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }

    private static List<JsonObject> parameters(JsonObject operation) {
        return stream(operation.getJsonArray("parameters", new JsonArray())).map(OpenApi::resolved).toList();
    }

    private static JsonObject resolved(JsonObject parameter) {
        String shared = parameter.getString("$ref");
        return shared == null ? parameter
                : DOCUMENT.getJsonObject("components").getJsonObject("parameters")
                        .getJsonObject(shared.replace("#/components/parameters/", ""));
    }

    private static JsonObject operation(HttpMethod method, String uri) {
        String path = uri.replaceFirst("\\?.*", "");
        return PATHS.stream()
                .filter(known -> path.matches(known.getKey().replaceAll("\\{[a-z]+}", "[^/]+")))
                .sorted((a, b) -> Boolean.compare(a.getKey().endsWith("}"), b.getKey().endsWith("}")))
                .map(known -> ((JsonObject) known.getValue()).getJsonObject(method.name().toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the document knows no " + method + " " + path));
    }

    private static Map<String, String> query(String uri) {
        return !uri.contains("?") ? new HashMap<>()
                : new HashMap<>(Stream.of(uri.substring(uri.indexOf('?') + 1).split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))));
    }
}
