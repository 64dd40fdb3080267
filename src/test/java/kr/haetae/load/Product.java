package kr.haetae.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.haetae.event.OperationClock;

/** The product, started by {@code ops/run} on a data directory of its own. Closing stops it as Ctrl-C does. */
final class Product implements AutoCloseable {
    private static final Pattern PUBLIC = Pattern.compile("dashboard +http://[^:]+:(\\d+)/");
    private static final Pattern MANAGEMENT = Pattern.compile("management +http://([^/]+)/");
    private static final int PORT_LINE = 3;
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final int port;
    private final Duration start;
    private volatile OperationClock clock = OperationClock.real(Instant.EPOCH);

    private Product(Process process, Path data, int port, Duration start) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.start = start;
    }

    /** On what the directory holds. Returns when {@code /health/ready} says so. */
    static Product start(Path data) throws IOException, InterruptedException {
        return start(data, Map.of());
    }

    /** With further settings and arguments. */
    static Product start(Path data, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        Files.createDirectories(data);
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of("ops/run"), Stream.of(arguments)).toList());
        builder.environment().put("HAETAE_DATA", data.toString());
        builder.environment().put("HAETAE_HTTP_PORT", "0");
        builder.environment().put("HAETAE_MANAGEMENT_PORT", "0");
        builder.environment().put("HAETAE_DRILL_SPEED", "0");
        builder.environment().putAll(settings);
        builder.redirectError(data.resolve("server.log").toFile());
        long began = System.nanoTime();
        Process process = builder.start();
        BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        int port = Integer.parseInt(find(out, PUBLIC, data));
        URI ready = URI.create("http://" + find(out, MANAGEMENT, data) + "/health/ready");
        Duration served = Duration.ofNanos(System.nanoTime() - began);
        Thread.ofVirtual().start(() -> out.lines().forEach(line -> {}));
        Product product = new Product(process, data, port, served);
        HttpResponse<String> health = product.http.send(HttpRequest.newBuilder(ready).build(),
                HttpResponse.BodyHandlers.ofString());
        if (health.statusCode() != 200) {
            product.close();
            throw new IOException("not ready: " + health.body());
        }
        return product;
    }

    /** As {@link #start}, after whatever stood there is gone. */
    static Product fresh(Path data) throws IOException, InterruptedException {
        return fresh(data, Map.of());
    }

    /** As {@link #fresh(Path)}, with further settings and arguments. */
    static Product fresh(Path data, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        if (Files.exists(data)) {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return start(data, settings, arguments);
    }

    /** As {@code kill -9} does. The embedded database stays, and the next start takes it over. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** User and system time of the server's process so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    /** From the start of the process to the printed addresses. */
    Duration start() {
        return start;
    }

    /** A bearer token of one of the first accounts. */
    String logIn(String login) throws IOException, InterruptedException {
        String body = JSON.createObjectNode().put("login", login).put("password", password(login)).toString();
        HttpRequest request = HttpRequest.newBuilder(api("/session?tokens=body"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return answer(request, 200).get("accessToken").asText();
    }

    /** New accounts at headquarters that only look, activated. */
    List<Terms.Account> accounts(int count) throws IOException, InterruptedException {
        String token = logIn("admin");
        List<Terms.Account> accounts = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String login = "load-" + number;
            String password = UUID.randomUUID().toString();
            JsonNode issued = answer(command(token, "/accounts", "application/json", JSON.createObjectNode()
                    .put("login", login).put("name", login).put("role", "VIEWER").put("unit", "npa").toString()), 201);
            answer(HttpRequest.newBuilder(api("/session/activation?tokens=body"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.createObjectNode().put("login", login)
                            .put("code", issued.get("activationCode").asText()).put("password", password).toString()))
                    .build(), 200);
            accounts.add(new Terms.Account(login, password, "npa"));
        }
        return accounts;
    }

    /** A request with an id of its own. */
    HttpRequest command(String token, String path, String type, String body) {
        return HttpRequest.newBuilder(api(path)).header("Authorization", "Bearer " + token)
                .header("Content-Type", type).header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)).build();
    }

    /** Of one of the first accounts. */
    String password(String login) throws IOException {
        for (JsonNode account : JSON.readTree(data.resolve("first-accounts.json").toFile())) {
            if (account.get("login").asText().equals(login)) {
                return account.get("password").asText();
            }
        }
        throw new IllegalArgumentException("no first account " + login);
    }

    /** The drill, in which nobody acts; waits until it is prepared and open. */
    UUID drill(String token) throws IOException, InterruptedException, SQLException {
        HttpRequest request = HttpRequest.newBuilder(api("/operations")).header("Authorization", "Bearer " + token)
                .build();
        while (true) {
            JsonNode items = answer(request, 200).get("items");
            if (!items.isEmpty()) {
                UUID drill = UUID.fromString(items.get(0).get("id").asText());
                if (items.get(0).get("state").asText().equals("OPEN")) {
                    settle(drill);
                    clock = clock(drill, token);
                    return drill;
                }
            }
            Thread.sleep(100);
        }
    }

    /** The ids of all posts. */
    List<String> posts(UUID operation, String token) throws IOException, InterruptedException {
        List<String> posts = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = answer(HttpRequest.newBuilder(api("/operations/" + operation + "/posts?limit=200" + after))
                    .header("Authorization", "Bearer " + token).build(), 200);
            page.get("items").forEach(post -> posts.add(post.get("id").asText()));
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asText() : "";
        } while (!after.isEmpty());
        return posts;
    }

    /** What the drill's clock shows; real time before there is one. */
    Instant now() {
        return clock.at(Instant.now()).truncatedTo(ChronoUnit.SECONDS);
    }

    private OperationClock clock(UUID operation, String token) throws IOException, InterruptedException {
        JsonNode shown = answer(HttpRequest.newBuilder(api("/operations/" + operation))
                .header("Authorization", "Bearer " + token).build(), 200).get("clock");
        return new OperationClock(Instant.parse(shown.get("anchor").asText()),
                Instant.parse(shown.get("start").asText()), shown.get("rate").asInt());
    }

    /** How many entries the operation has on disk, as the database itself says. */
    long entries(UUID operation) throws SQLException {
        String sql = "SELECT coalesce(max(seq), 0) FROM entry WHERE ledger = '" + operation + "'";
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/haetae", "haetae", databasePassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Waits until nothing is added for half a second. */
    private void settle(UUID operation) throws SQLException, InterruptedException {
        long before = -1;
        while (before != entries(operation)) {
            before = entries(operation);
            Thread.sleep(500);
        }
    }

    URI api(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1" + path);
    }

    JsonNode answer(HttpRequest request, int status) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != status) {
            throw new IOException(request.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    int databasePort() {
        return Integer.parseInt(databaseFile("cluster/postmaster.pid").get(PORT_LINE).strip());
    }

    String databasePassword() {
        return databaseFile("password").get(0).strip();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private List<String> databaseFile(String name) {
        try {
            return Files.readAllLines(data.resolve("postgres").resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException("the embedded database does not run", e);
        }
    }

    private static String find(BufferedReader out, Pattern pattern, Path data) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new IOException("the product did not start; see " + data.resolve("server.log"));
    }
}
