package kr.haetae.load;

import static kr.haetae.load.Figures.loadAverage;
import static kr.haetae.load.Figures.print;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durable reports a second through HTTP, beside what pgbench inserts bare into the same PostgreSQL: by turns, so that what else
 * the machine does falls on both. Reports are counted in the database, not by who sent them.
 */
final class Reports {
    /** Until most of the server's way is compiled. */
    private static final int WARM_UP_SECONDS = 30;

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern WRONG = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.*)");
    private static final Pattern LATENCY = Pattern.compile("(50|99)% +([0-9.]+\\w+)");

    private final Path directory;
    private final Load.Bounds bounds;

    Reports(Path directory, Load.Bounds bounds) {
        this.directory = directory;
        this.bounds = bounds;
    }

    void measure() throws IOException, InterruptedException, SQLException {
        print("## Reports, %d clients, %d rounds of %d s each".formatted(bounds.clients(), bounds.rounds(),
                bounds.seconds()));
        try (Product product = Product.fresh(directory.resolve("reports"))) {
            String token = product.logIn("gangnam-officer");
            UUID drill = product.drill(token);
            createTable(product);
            print("| round | reports/s | server's CPU µs a report | pgbench/s | ratio | load average |\n|---|---|---|---|---|---|");
            report(product, drill, bounds.clients(), WARM_UP_SECONDS);
            List<Double> reports = new ArrayList<>();
            List<Double> inserts = new ArrayList<>();
            for (int round = 1; round <= bounds.rounds(); round++) {
                long stood = product.entries(drill);
                Duration taken = product.processorTime();
                reports.add(report(product, drill, bounds.clients(), bounds.seconds()));
                double micros = product.processorTime().minus(taken).toNanos() / 1e3 / (product.entries(drill) - stood);
                inserts.add(insert(product));
                print("| %d | %.0f | %.0f | %.0f | %.2f | %.1f |".formatted(round, reports.getLast(), micros,
                        inserts.getLast(),
                        reports.getLast() / inserts.getLast(), loadAverage()));
            }
            double ratio = new Figures(reports).median() / new Figures(inserts).median();
            print("%nMedians: %.0f reports/s, %.0f inserts/s, **ratio %.2f** (goal 0.8, at least 0.5)%n"
                    .formatted(new Figures(reports).median(), new Figures(inserts).median(), ratio));
        }
    }

    /** Reports for so long; answers how many a second came to stand in the database. */
    static double report(Product product, UUID operation, int clients, int seconds)
            throws IOException, InterruptedException, SQLException {
        long before = product.entries(operation);
        String url = product.api("/operations/" + operation + "/incidents").toString();
        double took = send(clients, seconds,
                List.of(url, "--", product.logIn("gangnam-officer"), body(product)));
        return (product.entries(operation) - before) / took;
    }

    /** As {@link #report}, but posts all over the country report, by their room, that there is nothing to report. */
    static void reportPosts(Product product, UUID operation, int clients, int seconds)
            throws IOException, InterruptedException {
        String token = product.logIn("commander");
        Path posts = Files.createTempFile("posts", ".txt");
        try {
            Files.write(posts, product.posts(operation, token));
            send(clients, seconds, List.of(product.api("").toString(), "--", token,
                    "{\"kind\":\"NIL\",\"occurredAt\":\"%s\",\"who\":{\"name\":\"순찰\"}}".formatted(product.now()),
                    posts.toString(), "/api/v1/operations/" + operation + "/posts/%s/reports"));
        } finally {
            Files.delete(posts);
        }
    }

    /** How many seconds it took; {@code what}: the address and the script's arguments. */
    private static double send(int clients, int seconds, List<String> what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c" + clients, "-d" + seconds + "s", "--timeout",
                "10s", "--latency", "-s", "ops/load/report.lua"));
        command.addAll(what);
        long start = System.nanoTime();
        String said = run(Map.of(), command);
        double took = (System.nanoTime() - start) / 1e9;
        Matcher wrong = WRONG.matcher(said);
        if (wrong.find()) {
            throw new IOException(wrong.group());
        }
        StringBuilder latency = new StringBuilder();
        LATENCY.matcher(said).results().forEach(it -> latency.append(" p").append(it.group(1)).append(" ")
                .append(it.group(2)));
        System.err.println("answered:" + latency);
        return took;
    }

    private double insert(Product product) throws IOException, InterruptedException {
        String said = run(Map.of("PGPASSWORD", product.databasePassword()), List.of("pgbench", "-n", "-M", "prepared",
                "-c", Integer.toString(bounds.clients()), "-j", "1", "-T", Integer.toString(bounds.seconds()), "-f",
                "ops/load/insert.sql", "-D", "report=" + body(product), "-h", "127.0.0.1", "-p",
                Integer.toString(product.databasePort()), "-U", "haetae", "haetae"));
        Matcher tps = TPS.matcher(said);
        if (!tps.find()) {
            throw new IOException("pgbench did not count: " + said);
        }
        return Double.parseDouble(tps.group(1));
    }

    /** What an officer's page sends. */
    private static String body(Product product) {
        return """
                {"kind":"DISTURBANCE","code":2,"text":"투표소 입구에서 두 사람이 큰 소리로 다투고 있음. 투표관리관이 \
                퇴거를 요청하였고 한 사람은 응하지 않음. 주변에 선거인 약 20명이 대기 중.","position":{"latitude":37.4979,\
                "longitude":127.0276},"occurredAt":"%s"}""".formatted(product.now());
    }

    private static void createTable(Product product) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + product.databasePort() + "/haetae", "haetae",
                product.databasePassword());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bare (id bigserial PRIMARY KEY, report text NOT NULL)");
        }
    }

    private static String run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + " failed: " + said);
        }
        return said;
    }
}
