package kr.haetae.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.haetae.RunningNode;
import kr.haetae.config.Configuration;
import kr.haetae.config.MapLayers;
import kr.haetae.feed.Feed;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final RunningNode node = RunningNode.shared();

    @Test
    void everyRouteIsInThePublishedDocumentAndNoOther() throws Exception {
        assertThat(routes()).containsExactlyInAnyOrderElementsOf(described());
    }

    private List<String> routes() {
        Premises premises = new Premises(node.guardhouse(), new Origins(Set::of), Proxies.NONE, new OpenOperations(),
                new Feed(viewer -> Optional.empty()), Configuration.of(java.util.Map.of()).limits(),
                new OperationTerms(Instant::now, true), new WholePictures(node.vertx()),
                node.files(), MapLayers.NONE);
        return ApiServer.index(node.vertx(), premises, new Door(node.guardhouse().gate(), premises.origins())).routes()
                .stream()
                .flatMap(route -> route.methods().stream()
                        .map(method -> method + " "
                                + Objects.requireNonNull(route.getPath()).replaceAll(":([a-z]+)", "{$1}")))
                .toList();
    }

    private static List<String> described() throws Exception {
        try (var in = RoutesTest.class.getResourceAsStream("openapi.json")) {
            JsonObject paths = new JsonObject(new String(Objects.requireNonNull(in).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8)).getJsonObject("paths");
            return paths.stream().flatMap(path -> Stream.of(((JsonObject) path.getValue()).fieldNames())
                    .flatMap(Set::stream).map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                    .toList();
        }
    }
}
