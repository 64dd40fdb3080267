package kr.haetae.auth;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.ledger.Answer;
import kr.haetae.ledger.Ledger;
import kr.haetae.ledger.LedgerDatabase;
import kr.haetae.ledger.LedgerSettings;
import kr.haetae.metrics.LedgerMeters;
import kr.haetae.metrics.LoginMeters;
import kr.haetae.testing.PostgresFixture;

/** One database with nodes of the guardhouse on it, a small command tree, and a clock that can be moved on. */
public final class Installation implements AutoCloseable {
    static final Device DESK = new Device("10.0.0.1", "test");

    static final List<PlacedUnit> UNITS = List.of(unit("npa", UnitKind.HQ, null), unit("seoul", UnitKind.AGENCY, "npa"),
            unit("busan", UnitKind.AGENCY, "npa"), unit("seoul-gangnam", UnitKind.STATION, "seoul"),
            unit("seoul-jongno", UnitKind.STATION, "seoul"), unit("busan-haeundae", UnitKind.STATION, "busan"));

    /** Weak and quick: what is tested is what becomes of a hash, not its strength. */
    private static final Argon2id QUICK = new Argon2id(64, 1, 1);

    private final Vertx vertx = Vertx.vertx();
    private final PostgresFixture.Database database = PostgresFixture.database();
    private final List<Node> nodes = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Path directory;
    private volatile CountDownLatch rested = new CountDownLatch(0);
    private volatile Duration ahead = Duration.ZERO;

    public record Node(LedgerDatabase database, Ledger<House> ledger, Guardhouse house, Pool pool) {
        LoginDesk logins() {
            return house.logins();
        }

        AccountDesk accounts() {
            return house.accounts();
        }

        Gate gate() {
            return house.gate();
        }
    }

    Installation() {
        try {
            directory = Files.createTempDirectory("haetae-auth");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An installation whose command tree is adopted. */
    public static Installation ready() {
        Installation installation = new Installation();
        Node node = installation.node(AuthSettings.defaults());
        done(get(node.house().orders().give(Actor.SYSTEM, UUID.randomUUID(),
                new HouseCommand.AdoptOrganisation(UNITS))));
        return installation;
    }

    public Node node() {
        return nodes.getFirst();
    }

    Node node(int index) {
        return nodes.get(index);
    }

    /** One more node on the same database and key file. */
    Node node(AuthSettings settings) {
        LedgerDatabase opened = get(
                LedgerDatabase.open(vertx, database.options(), new LedgerMeters(new SimpleMeterRegistry())));
        Ledger<House> ledger = get(Ledger.open(opened, House.LEDGER, new HouseFold(), LedgerSettings.defaults()));
        Pool pool = PgBuilder.pool().with(new PoolOptions().setMaxSize(8)).connectingTo(database.options()).using(vertx)
                .build();
        Guardhouse house = get(
                Guardhouse.open(
                        new Guardhouse.Place(vertx, pool, ledger, this::now, keyFile(), new LoginMeters(meters)),
                        settings, QUICK, new SlowLane(System::nanoTime, length -> rested.await())));
        Node node = new Node(opened, ledger, house, pool);
        nodes.add(node);
        return node;
    }

    Path directory() {
        return directory;
    }

    Path keyFile() {
        return directory.resolve("keys").resolve("keys.json");
    }

    public Vertx vertx() {
        return vertx;
    }

    long count(String table) {
        return database.number("SELECT count(*) FROM " + table);
    }

    long number(String sql) {
        return database.number(sql);
    }

    public void later(Duration step) {
        ahead = ahead.plus(step);
    }

    /** After its next check the slow lane rests until the answer is run; before that and after it does not rest at all. */
    public Runnable restingLane() {
        CountDownLatch rest = new CountDownLatch(1);
        rested = rest;
        return rest::countDown;
    }

    /** Passwords tried under suspicion of guessing, on all nodes, that came to {@code slowed} or {@code refused}. */
    public int suspected(String result) {
        return (int) meters.get("haetae.login.suspected").tag("result", result).counter().count();
    }

    Instant now() {
        return Instant.now().plus(ahead);
    }

    /** An account with a password. */
    public Grant person(String login, Role role, String unit, String password) {
        AccountDesk.Issued issued = get(node().accounts().create(Actor.SYSTEM, UUID.randomUUID(),
                new NewAccount(login, login + "님", role, UnitCode.of(unit), null)));
        return granted(get(node().logins().activate(login, code(issued), password, DESK)));
    }

    static String code(AccountDesk.Issued issued) {
        if (issued.code() == null) {
            throw new AssertionError("no code: " + issued);
        }
        return issued.code().text();
    }

    static Answer.Done done(Answer answer) {
        if (answer instanceof Answer.Done done) {
            return done;
        }
        throw new AssertionError("not done: " + answer);
    }

    static Grant granted(Verdict<Grant> verdict) {
        return switch (verdict) {
            case Verdict.Granted<Grant>(Grant grant) -> grant;
            case Verdict.Denied<Grant>(Denial denial) -> throw new AssertionError("denied: " + denial);
        };
    }

    /** The denial's code on the wire, or {@code granted}. */
    static String code(Verdict<?> verdict) {
        return verdict instanceof Verdict.Denied<?>(Denial denial) ? denial.code().code() : "granted";
    }

    public static <T> T get(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        rested.countDown();
        for (Node node : nodes) {
            node.house().close();
            get(node.ledger().close());
            get(node.database().close());
            get(node.pool().close());
        }
        get(vertx.close());
        database.close();
        delete();
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlacedUnit unit(String code, UnitKind kind, @org.jspecify.annotations.Nullable String parent) {
        return new PlacedUnit(UnitCode.of(code), kind, parent == null ? null : UnitCode.of(parent), code, code, code);
    }
}
