package kr.haetae;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kr.haetae.config.Configuration;
import kr.haetae.database.DatabaseAddress;
import kr.haetae.database.OpenDatabase;
import kr.haetae.drill.ClosingReport;
import kr.haetae.drill.Credential;
import kr.haetae.drill.Drill;
import kr.haetae.drill.DrillDay;
import kr.haetae.drill.LedgerRows;
import kr.haetae.drill.Scenario;
import kr.haetae.drill.Terms;
import kr.haetae.drill.Venue;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A simulated polling day against a running server; exits with 1 when receipts, rows and tallies differ. docs/drill.md. */
@Command(name = "drill", mixinStandardHelpOptions = true, description = "Holds a drill: a simulated polling day, through the API of a running server.")
final class DrillCommand implements Callable<Integer> {
    @Option(names = "--server", description = "Its address; this machine's port of HAETAE_HTTP_PORT if left out.")
    private @Nullable URI server;

    @Option(names = "--trust", paramLabel = "PEM", description = "The server's certificate, when it is self-signed.")
    private @Nullable Path certificate;

    @Option(names = "--login", description = "An administrator of headquarters. (${DEFAULT-VALUE})")
    private String login = "admin";

    @Option(names = "--password-file", description = "Holds the password; else first-accounts.json under HAETAE_DATA.")
    private @Nullable Path passwordFile;

    @Option(names = "--operation", description = "One that an earlier drill prepared, to go on with; a new one if left out.")
    private @Nullable UUID operation;

    @Option(names = "--name", description = "Of a new operation. (${DEFAULT-VALUE})")
    private String name = "전국 훈련";

    @Option(names = "--accounts", paramLabel = "PREFIX", description = "What the logins of its people begin with; two drills at a time need different ones. (${DEFAULT-VALUE})")
    private String accounts = "drill";

    @Option(names = "--speed", description = "Rate of the operation's clock, 1 to 600. (${DEFAULT-VALUE})")
    private int speed = 60;

    @Option(names = "--seed", description = "The same seed sends the same commands. (${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--scale", description = "Share of the polling places whose officers have accounts; for the others "
            + "their station's room enters what they say. (${DEFAULT-VALUE})")
    private double scale = 0.05;

    @Option(names = "--day", description = "Date of the polling day. (${DEFAULT-VALUE})")
    private LocalDate day = Scenario.DAY;

    @Option(names = "--from", paramLabel = "HH:MM", description = "What lies before is not played. (${DEFAULT-VALUE})")
    private String from = "05:00";

    @Option(names = "--until", paramLabel = "HH:MM", description = "The drill closes the operation then; 29:00 is 05:00 of the next day. (${DEFAULT-VALUE})")
    private String until = "29:00";

    @Option(names = "--within", paramLabel = "UNIT", description = "Only this unit's part of the country. (${DEFAULT-VALUE})")
    private String within = UnitCode.HEADQUARTERS.value();

    @Option(names = "--without-database", description = "Do not count the ledger's rows: the server's database is elsewhere.")
    private boolean withoutDatabase;

    @Option(names = "--commands", paramLabel = "FILE", description = "Write every command there when it is first sent.")
    private @Nullable Path commands;

    @Option(names = "--dry-run", description = "Only print the commands of the plan, in order.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        Scenario scenario = scenario();
        if (dryRun) {
            DrillDay.of(scenario).lines().forEach(System.out::println);
            return 0;
        }
        Configuration configuration = Main.configuration();
        Terms terms = usage(() -> new Terms(venue(configuration), credential(configuration), scenario, speed, operation,
                accounts, UUID.randomUUID(), name, Duration.ofSeconds(10)));
        if (withoutDatabase) {
            return hold(terms, null);
        }
        try (OpenDatabase database = OpenDatabase.forCommand(configuration)) {
            return hold(terms, database.address());
        }
    }

    private Scenario scenario() {
        return usage(() -> new Scenario(seed, scale, day, time(from), time(until), UnitCode.of(within)));
    }

    private static <T> T usage(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private static Duration time(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,2}") || !parts[1].matches("[0-5]\\d")) {
            throw new IllegalArgumentException("'" + text + "' is no time such as 06:30.");
        }
        return Duration.ofHours(Integer.parseInt(parts[0])).plusMinutes(Integer.parseInt(parts[1]));
    }

    private Venue venue(Configuration configuration) {
        URI address = server != null ? server
                : URI.create("%s://127.0.0.1:%d".formatted(configuration.tls().on() ? "https" : "http",
                        configuration.http().port()));
        return Venue.of(address, certificate == null ? new Venue.Trust.Usual()
                : new Venue.Trust.Own(read(certificate).getBytes(StandardCharsets.UTF_8)));
    }

    private Credential credential(Configuration configuration) {
        if (passwordFile != null) {
            return new Credential.Password(login, read(passwordFile).strip());
        }
        Path file = configuration.data().resolve("first-accounts.json");
        try {
            for (JsonNode account : new JsonMapper().readTree(file.toFile())) {
                if (account.path("login").asText().equals(login)) {
                    return new Credential.Password(login, account.path("password").asText());
                }
            }
        } catch (IOException e) {
            throw new Refusal("%s can't be read (%s); name the password's file by --password-file.".formatted(file,
                    e.getMessage()));
        }
        throw new Refusal("%s has no password of %s; name its file by --password-file.".formatted(file, login));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Refusal(file + " can't be read: " + e.getMessage());
        }
    }

    private int hold(Terms terms, @Nullable DatabaseAddress database) throws IOException {
        Vertx vertx = Vertx.vertx();
        try (DrillJournal journal = DrillJournal.of(commands)) {
            LedgerRows rows = database == null ? null : new LedgerRows(pool(vertx, database));
            Drill drill = new Drill(vertx, terms, rows, System.out::println, journal);
            CountDownLatch over = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(drill, over), "stop"));
            try {
                ClosingReport report = drill.hold().await();
                report.text().forEach(System.out::println);
                return report.agrees() ? 0 : 1;
            } finally {
                Backroom.await(vertx.close());
                over.countDown();
            }
        }
    }

    /** At Ctrl-C: waits until the closing report is printed. */
    private static void stop(Drill drill, CountDownLatch over) {
        if (over.getCount() > 0) {
            drill.stop();
            try {
                over.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Pool pool(Vertx vertx, DatabaseAddress address) {
        return PgBuilder.pool()
                .connectingTo(new PgConnectOptions().setHost(address.host()).setPort(address.port())
                        .setDatabase(address.database()).setUser(address.user()).setPassword(address.password()))
                .with(new PoolOptions().setMaxSize(1))
                .using(vertx)
                .build();
    }
}
