package kr.haetae.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.EmptyOperation;

/** PostgreSQL, nodes with a cable each, and HAProxy in front of them. */
final class Installation implements AutoCloseable {
    /** How the standby stands to the primary. */
    enum Standby {
        NONE, ASYNCHRONOUS, SYNCHRONOUS
    }

    /**
     * @param nodes 1 to 3
     * @param environment of every node, beside what it needs; {@code {data}} stands for its data directory
     * @param flags of every node's JVM
     * @param diskMegabytes of a disk of the database's own, which root can make; 0: none
     * @param jar that the nodes begin with; empty: the classes
     * @param feed whether a node more follows the standby, beside the balancer
     */
    record Shape(int nodes, Standby standby, Map<String, String> environment, List<String> flags, int diskMegabytes,
            Path jar, boolean feed) {
        static Shape plain(int nodes) {
            return new Shape(nodes, Standby.NONE, Map.of(), List.of(), 0, NodeProcess.builtJar(), false);
        }

        Shape with(Standby another) {
            return new Shape(nodes, another, environment, flags, diskMegabytes, jar, feed);
        }

        Shape with(Map<String, String> more, List<String> moreFlags) {
            return new Shape(nodes, standby, more, moreFlags, diskMegabytes, jar, feed);
        }

        Shape withDisk(int megabytes) {
            return new Shape(nodes, standby, environment, flags, megabytes, jar, feed);
        }

        Shape from(Path another) {
            return new Shape(nodes, standby, environment, flags, diskMegabytes, another, feed);
        }

        Shape withFeed() {
            return new Shape(nodes, standby, environment, flags, diskMegabytes, jar, true);
        }
    }

    private static final String STANDBY = "standby";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path directory;
    private final Shape shape;
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final List<Cable> cables = new ArrayList<>();
    private Postgres database;
    private Optional<Postgres> standby = Optional.empty();
    private Optional<NodeProcess> feed = Optional.empty();
    private final Balancer balancer;

    private Installation(Path directory, Shape shape) throws IOException, InterruptedException {
        this.directory = directory;
        this.shape = shape;
        try {
            if (shape.diskMegabytes() > 0) {
                mount(directory.resolve("primary"));
            }
            database = keep(Postgres.primary(directory.resolve("primary")));
            found();
            if (shape.standby() != Standby.NONE) {
                standby = Optional.of(keep(database.standby(directory.resolve(STANDBY), STANDBY)));
                synchronous(shape.standby() == Standby.SYNCHRONOUS);
            }
            for (int i = 0; i < shape.nodes(); i++) {
                addNode("node-" + (char) ('a' + i));
            }
            for (NodeProcess node : nodes) {
                node.launch();
            }
            balancer = keep(Balancer.before(nodes, directory.resolve("haproxy.log")));
            for (NodeProcess node : nodes) {
                awaitReady(node);
            }
            if (shape.feed()) {
                NodeProcess follower = feed(standby());
                feed = Optional.of(follower);
                follower.launch();
                awaitReady(follower);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Founded and ready. */
    static Installation in(Path directory, Shape shape) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        return new Installation(directory.toAbsolutePath(), shape);
    }

    private void mount(Path place) throws IOException {
        Files.createDirectories(place);
        Programs.run(List.of("mount", "-t", "tmpfs", "-o", "size=" + shape.diskMegabytes() + "m", "tmpfs",
                place.toString()));
        parts.add(() -> Programs.run(List.of("umount", "-l", place.toString())));
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.add(part);
        return part;
    }

    private void found() throws InterruptedException {
        NodeProcess.run(EmptyOperation.class, directory.resolve("founding"), directory.resolve("founding.log"),
                settings(database.port()));
    }

    static Map<String, String> settings(int databasePort) {
        return Map.of("HAETAE_DATABASE_URL", "postgresql://127.0.0.1:%d/postgres".formatted(databasePort),
                "HAETAE_DATABASE_USER", Postgres.USER, "HAETAE_DATABASE_PASSWORD", Postgres.PASSWORD);
    }

    private void addNode(String name) throws IOException {
        Path data = dataOf(name);
        Cable cable = keep(Cable.to(database.port()));
        cables.add(cable);
        Map<String, String> settings = new HashMap<>(settings(cable.port()));
        // A run outlasts a token; renewing them is another test's matter.
        settings.put("HAETAE_ACCESS_TOKEN_LIFETIME", "1d");
        settings.put("HAETAE_TRUSTED_PROXIES", "127.0.0.1");
        shape.environment().forEach((key, value) -> settings.put(key, value.replace("{data}", data.toString())));
        NodeProcess node = keep(new NodeProcess(name, data, settings, shape.flags()));
        node.jar(shape.jar());
        nodes.add(node);
    }

    private NodeProcess feed(Postgres replica) throws IOException {
        Path data = dataOf("feed");
        Map<String, String> settings = new HashMap<>(settings(replica.port()));
        settings.put("HAETAE_ROLE", "feed");
        return keep(new NodeProcess("feed", data, settings, shape.flags()));
    }

    /** What a node of an installation keeps: keys, and here the first accounts too. */
    private Path dataOf(String name) throws IOException {
        Path data = directory.resolve(name);
        Files.createDirectories(data);
        for (String file : List.of("keys.json", "first-accounts.json")) {
            Files.copy(directory.resolve("founding").resolve(file), data.resolve(file));
        }
        return data;
    }

    void awaitReady(NodeProcess node) throws InterruptedException {
        Waiting.until(node.name() + " ready", () -> node.status("/health/ready") == 200);
    }

    Shape shape() {
        return shape;
    }

    /** Whether it still has the standby that it began with. */
    boolean whole() {
        return standby.isPresent() == (shape.standby() != Standby.NONE);
    }

    Path directory() {
        return directory;
    }

    Postgres database() {
        return database;
    }

    Postgres standby() {
        return standby.orElseThrow();
    }

    Optional<NodeProcess> feed() {
        return feed;
    }

    NodeProcess node(int index) {
        return nodes.get(index);
    }

    List<NodeProcess> nodes() {
        return nodes;
    }

    Cable cable(int index) {
        return cables.get(index);
    }

    List<Cable> cables() {
        return cables;
    }

    Place balancer() {
        return balancer.place();
    }

    /** Whether a commit waits for the standby's disk. */
    void synchronous(boolean on) {
        database.execute("ALTER SYSTEM SET synchronous_standby_names = '%s'".formatted(on ? STANDBY : ""));
        database.execute("SELECT pg_reload_conf()");
    }

    /** The standby takes over, and every cable leads to it; the old primary is gone for good. */
    void failOver() throws InterruptedException {
        Postgres promoted = standby();
        promoted.promote();
        database.close();
        cables.forEach(cable -> {
            cable.moveTo(promoted.port());
            cable.mend();
        });
        database = promoted;
        standby = Optional.empty();
    }

    /** A bearer token of one of the first accounts. */
    String logIn(String login) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(logIn(node(0).place(), login, password(login)),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("log-in of " + login + ": " + answer.body());
        }
        return "Bearer " + JSON.readTree(answer.body()).path("accessToken").asText();
    }

    String password(String login) throws IOException {
        for (JsonNode account : JSON.readTree(directory.resolve("founding/first-accounts.json").toFile())) {
            if (account.path("login").asText().equals(login)) {
                return account.path("password").asText();
            }
        }
        throw new IllegalArgumentException("no first account " + login);
    }

    static HttpRequest logIn(Place place, String login, String password) {
        URI address = place.api("/session?tokens=body");
        return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.createObjectNode().put("login", login)
                        .put("password", password).toString()))
                .build();
    }

    /** The product's own verification of the whole record. */
    void verify() throws InterruptedException {
        NodeProcess.command(directory.resolve("node-a"), directory.resolve("verify.log"), settings(database.port()),
                "verify");
    }

    @Override
    public void close() {
        for (AutoCloseable part : parts.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
