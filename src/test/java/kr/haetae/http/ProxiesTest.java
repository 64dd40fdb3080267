package kr.haetae.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.client.WebClient;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real server says whom it takes a request from; every request comes from 127.0.0.1. */
class ProxiesTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() throws Exception {
        VERTX.close().await(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "-                      | 192.0.2.7                       | 127.0.0.1",
        "127.0.0.1              | -                               | 127.0.0.1",
        "127.0.0.1              | 192.0.2.7                       | 192.0.2.7",
        "127.0.0.0/8            | 198.51.100.1, 192.0.2.7         | 192.0.2.7",
        "127.0.0.1,192.0.2.0/24 | 198.51.100.1, 192.0.2.7         | 198.51.100.1",
        "127.0.0.1,192.0.2.0/24 | 192.0.2.9,192.0.2.7             | 192.0.2.9",
        "127.0.0.1              | 2001:db8::5                     | 2001:db8::5",
        "127.0.0.1              | 192.0.2.7, nonsense             | 127.0.0.1",
        "10.0.0.0/8             | 192.0.2.7                       | 127.0.0.1"})
    void theClientIsTheLastThatIsNoProxyOfOurs(@Nullable String trusted, @Nullable String forwarded,
            String client) throws Exception {
        Proxies proxies = trusted == null ? Proxies.NONE : new Proxies(List.of(trusted.split(",")));
        HttpServer server = VERTX.createHttpServer()
                .requestHandler(request -> request.response().end(proxies.client(request)))
                .listen(0, "127.0.0.1").await(10, TimeUnit.SECONDS);
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        if (forwarded != null) {
            headers.add("X-Forwarded-For", forwarded);
        }

        String answered = WebClient.create(VERTX).get(server.actualPort(), "127.0.0.1", "/").putHeaders(headers).send()
                .await(10, TimeUnit.SECONDS).bodyAsString();

        assertThat(answered).isEqualTo(client);
        server.close().await(10, TimeUnit.SECONDS);
    }
}
