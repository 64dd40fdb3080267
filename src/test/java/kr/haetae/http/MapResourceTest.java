package kr.haetae.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import kr.haetae.config.Configuration;
import kr.haetae.config.MapLayers;
import org.junit.jupiter.api.Test;

class MapResourceTest {
    /** Neither answer asks anything of the request here. */
    private static final Call CALL = new Call((RoutingContext) Proxy.newProxyInstance(
            MapResourceTest.class.getClassLoader(), new Class<?>[]{RoutingContext.class}, (proxy, method, args) -> {
                throw new UnsupportedOperationException(method.getName());
            }));

    @Test
    void withoutAnythingSetThereIsNothingToAdd() {
        var resource = new MapResource(MapLayers.NONE);

        assertThat(settings(resource)).isEqualTo(new JsonObject().put("boundaries", false));
        var refused = catchThrowableOfType(ProblemException.class, () -> resource.boundaries(CALL));
        assertThat(refused.problem().status()).isEqualTo(404);
        assertThat(refused.problem().code()).isEqualTo("no-boundaries");
    }

    @Test
    void tilesAreToldAsTheyAreSet() {
        var map = Configuration.of(Map.of("HAETAE_MAP_TILES", "http://10.0.0.7/{z}/{x}/{y}.png")).map();

        assertThat(settings(new MapResource(map)).getJsonObject("tiles"))
                .isEqualTo(new JsonObject().put("url", "http://10.0.0.7/{z}/{x}/{y}.png"));
    }

    private static JsonObject settings(MapResource resource) {
        return ((Buffer) Objects.requireNonNull(resource.settings(CALL).result().body())).toJsonObject();
    }
}
