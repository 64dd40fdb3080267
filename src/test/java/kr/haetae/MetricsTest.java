package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import kr.haetae.auth.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scrape as Prometheus's own tools see it. ops/test installs them. */
class MetricsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\|");

    private final RunningNode node = RunningNode.shared();

    @BeforeEach
    void someWork() {
        try (Screen screen = Screen.open(node, node.token("commander"))) {
            screen.hello(new JsonObject().put("type", "hello").put("operation", node.operation().toString())
                    .put("scope", "npa"));
            screen.next("change");
            Caller.body(Caller.of(node, "mapo-officer").command("/operations/" + node.operation() + "/incidents",
                    new JsonObject().put("kind", "CROWD").put("code", 2).put("text", "줄").put("occurredAt",
                            Instant.now().toString())),
                    201);
            screen.next("change");
        }
    }

    @Test
    void promtoolFindsNothing(@TempDir Path directory) throws Exception {
        Path scrape = directory.resolve("scrape");
        Files.writeString(scrape, scrape());
        Process promtool = new ProcessBuilder("promtool", "check", "metrics").redirectInput(scrape.toFile())
                .redirectErrorStream(true).start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEmpty();
        assertThat(promtool.exitValue()).isZero();
    }

    @Test
    void everyMeterOfTheTableIsThere() throws Exception {
        String scrape = scrape();
        String table = Files.readString(Path.of("docs", "metrics.md"));

        assertThat(ROW.matcher(table).results().map(row -> row.group(1))).hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(scrape).contains("\n# TYPE " + name + " "));
        assertThat(Pattern.compile("(?m)^# TYPE (haetae_[a-z0-9_]+) ").matcher(scrape).results()
                .map(type -> type.group(1)).filter(name -> !table.contains("`" + name + "`"))).isEmpty();
    }

    @Test
    void aRealPrometheusScrapesWithTheConfigurationThatIsShipped(@TempDir Path directory) throws Exception {
        String shipped = Files.readString(Path.of("ops", "prometheus", "prometheus.yml"));
        assertThat(shipped).contains("127.0.0.1:8081");
        Path configuration = directory.resolve("prometheus.yml");
        Files.writeString(configuration, shipped.replace("127.0.0.1:8081", "127.0.0.1:" + node.managementPort())
                .replaceAll("scrape_interval: .*", "scrape_interval: 1s").replaceAll("scrape_timeout: .*",
                        "scrape_timeout: 1s"));
        int port = freePort();
        Process prometheus = new ProcessBuilder("prometheus", "--config.file=" + configuration,
                "--storage.tsdb.path=" + directory.resolve("data"), "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile()).start();
        try {
            for (String query : List.of("up{job=\"haetae\"} == 1", "haetae_ledger_commit_seconds_count > 0",
                    "histogram_quantile(0.99, sum by (le) (haetae_feed_report_to_socket_seconds_bucket)) >= 0",
                    "haetae_ledger_confirmed_age_seconds < 10")) {
                await().atMost(Duration.ofSeconds(40)).ignoreExceptions()
                        .untilAsserted(() -> assertThat(answers(port, query)).as(query).isPositive());
            }
        } finally {
            prometheus.destroy();
            prometheus.waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatBelongsToAnOperationSaysWhetherItIsADrill() {
        String ledger = "haetae_ledger_confirmed_age_seconds{ledger=\"";
        assertThat(scrape()).contains(ledger + node.operation() + "\",operation_kind=\"drill\"}")
                .contains(ledger + House.LEDGER + "\",operation_kind=\"house\"}")
                .contains("haetae_feed_views{operation_kind=\"drill\"}")
                .contains("haetae_feed_views{operation_kind=\"election\"} 0.0");
    }

    @Test
    void itIsAliveAndReady() {
        assertThat(management("/health/live").statusCode()).isEqualTo(200);
        assertThat(management("/health/ready").statusCode()).isEqualTo(200);
        assertThat(Caller.stranger(node).raw("/../../metrics")).isNotEqualTo(200);
    }

    private int answers(int port, String query) {
        WebClient client = WebClient.create(node.vertx());
        JsonObject answer = Backroom.await(client.get(port, "127.0.0.1", "/api/v1/query").addQueryParam("query", query)
                .send()).bodyAsJsonObject();
        return answer == null ? 0 : answer.getJsonObject("data").getJsonArray("result").size();
    }

    private String scrape() {
        return String.valueOf(management("/metrics").bodyAsString());
    }

    private HttpResponse<Buffer> management(String path) {
        return Backroom.await(WebClient.create(node.vertx()).get(node.managementPort(), "127.0.0.1", path).send());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
