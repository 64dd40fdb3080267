package kr.haetae;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kr.haetae.auth.AccountDesk;
import kr.haetae.auth.Actor;
import kr.haetae.auth.Device;
import kr.haetae.auth.FirstAccounts;
import kr.haetae.auth.Grant;
import kr.haetae.auth.Guardhouse;
import kr.haetae.auth.HouseCommand;
import kr.haetae.auth.NewAccount;
import kr.haetae.auth.Verdict;
import kr.haetae.blob.FileStore;
import kr.haetae.config.Configuration;
import kr.haetae.database.OpenDatabase;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationKind;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.Position;
import kr.haetae.event.PostKind;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.http.PostPlacing;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.testing.PostgresFixture;
import org.jspecify.annotations.Nullable;

/**
 * The product itself, composed as {@link ServeCommand} does, on a real PostgreSQL and free ports; one for all test classes of a JVM
 * that share it. It has the first accounts, the stations Mapo and Gangnam with people, one operation and {@link #POSTS}.
 */
public final class RunningNode {
    public static final UUID GANGNAM_POST = new UUID(7, 1);
    public static final UUID MAPO_POST = new UUID(7, 2);
    public static final UUID LOST_POST = new UUID(7, 3);

    /** A polling place in Gangnam, one in Mapo, and one whose station is unknown. */
    public static final List<PlacedPost> POSTS = List.of(
            post(GANGNAM_POST, "역삼1동제1투표소", "seoul-gangnam", Jurisdiction.MAPPED),
            post(MAPO_POST, "서교동제1투표소", "seoul-mapo", Jurisdiction.MAPPED),
            post(LOST_POST, "어딘가제1투표소", "seoul", Jurisdiction.UNMAPPED));

    private static final Device DEVICE = new Device("127.0.0.1", "test");
    private static final String PASSWORD = "correct horse battery staple";

    private static @Nullable RunningNode shared;

    private final Vertx clients = Vertx.vertx();
    private final Path data = directory();
    private final Backroom backroom;
    private final Node node;
    private final PrometheusMeterRegistry metrics;
    private final UUID operation = Backroom.newId();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Map<String, String> passwords = new ConcurrentHashMap<>();

    private RunningNode(PostgresFixture.Database database) {
        PgConnectOptions at = database.options();
        Configuration configuration = Configuration.of(Map.of(
                "HAETAE_DATA", data.toString(),
                "HAETAE_HTTP_PORT", "0",
                "HAETAE_MANAGEMENT_PORT", "0",
                "HAETAE_ACCESS_TOKEN_LIFETIME", "6h",
                "HAETAE_UPLOAD_RATE_BYTES", "1024MiB",
                "HAETAE_ARCHIVED_OPERATION_LIFETIME", "1s",
                "HAETAE_MAP_BOUNDARIES", "src/test/resources/kr/haetae/boundaries.geojson",
                "HAETAE_DATABASE_URL",
                "postgresql://%s:%d/%s".formatted(at.getHost(), at.getPort(), at.getDatabase()),
                "HAETAE_DATABASE_USER", at.getUser(),
                "HAETAE_DATABASE_PASSWORD", Objects.requireNonNull(at.getPassword())));
        metrics = Instruments.registry();
        backroom = Backroom.open(configuration, OpenDatabase.forServer(configuration), Instruments.vertx(metrics),
                metrics);
        Founding founding = new Founding(backroom.ledgers(), guardhouse(),
                guardhouse().firstAccounts(configuration.data().resolve("first-accounts.json")));
        for (FirstAccounts.First first : Backroom.await(founding.found())) {
            passwords.put(first.login(), first.password());
        }
        create(operation);
        node = new Node(backroom.vertx(), configuration, metrics, backroom.ledgers(), guardhouse());
        Backroom.await(node.start(Optional.empty()));
        begin(operation);
        account("mapo-room", Role.ROOM_OPERATOR, "seoul-mapo", null);
        account("mapo-officer", Role.OFFICER, "seoul-mapo", MAPO_POST);
        account("gateway", Role.MACHINE, "npa", null);
    }

    /** The one of this JVM; it ends with the JVM. */
    public static synchronized RunningNode shared() {
        RunningNode running = shared;
        if (running == null) {
            running = new RunningNode(PostgresFixture.database());
            shared = running;
            PostgresFixture.beforeItsEnd(running::end);
        }
        return running;
    }

    /** An open drill with {@link #POSTS}, beside the one that tests share. */
    public UUID anotherOperation() {
        UUID another = Backroom.newId();
        create(another);
        begin(another);
        return another;
    }

    private void create(UUID which) {
        Backroom.await(guardhouse().orders().give(Actor.SYSTEM, Backroom.newId(), new HouseCommand.CreateOperation(
                which, "시험 훈련", OperationKind.DRILL, OperationClock.real(backroom.ledgers().database().clock()
                        .now()))));
    }

    private void begin(UUID which) {
        Backroom.await(backroom.ledgers().begin(which));
        Author author = new Author(Actor.SYSTEM.account(), Actor.SYSTEM.name(), Actor.SYSTEM.unit(), null);
        Backroom.await(new PostPlacing(ledger(which), author, Backroom.newId(), "test").place(POSTS));
    }

    /** Posts beside {@link #POSTS}, in that operation. */
    public void place(UUID which, PlacedPost... posts) {
        Author author = new Author(Actor.SYSTEM.account(), Actor.SYSTEM.name(), Actor.SYSTEM.unit(), null);
        Backroom.await(new PostPlacing(ledger(which), author, Backroom.newId(), "test").place(List.of(posts)));
    }

    /** For clients: not the server's own, whose meters are to show the server. */
    public Vertx vertx() {
        return clients;
    }

    public int port() {
        return node.port();
    }

    public FileStore files() {
        return node.files();
    }

    public int managementPort() {
        return node.managementPort();
    }

    public String origin() {
        return "http://127.0.0.1:" + port();
    }

    public PrometheusMeterRegistry metrics() {
        return metrics;
    }

    public UUID operation() {
        return operation;
    }

    public Guardhouse guardhouse() {
        return backroom.guardhouse();
    }

    public Ledger<Picture> ledger() {
        return Backroom.await(backroom.ledgers().open(operation));
    }

    public Ledger<Picture> ledger(UUID which) {
        return Backroom.await(backroom.ledgers().open(which));
    }

    /** Whether the operation's ledger is in this node's memory. */
    public boolean holds(UUID which) {
        return backroom.ledgers().operations().all().stream().anyMatch(ledger -> ledger.id().equals(which));
    }

    /** The tables themselves. */
    public Pool pool() {
        return backroom.ledgers().database().pool();
    }

    /** How many entries all ledgers have together: what left no trace did not change it. */
    public long entries() {
        return ledger().head().seq() + backroom.ledgers().house().head().seq();
    }

    /** An account with a password and a name like its login, logged in. */
    public UUID account(String login, Role role, String unit, @Nullable UUID post) {
        AccountDesk.Issued issued = issue(login, role, unit, post);
        String code = Objects.requireNonNull(issued.code()).text();
        passwords.put(login, PASSWORD);
        grants.put(login, granted(Backroom.await(guardhouse().logins().activate(login, code, PASSWORD, DEVICE))));
        return Objects.requireNonNull(issued.account());
    }

    /** An account as {@link #account}, cleared for more than the general. */
    public UUID cleared(String login, Role role, String unit, Clearance... clearances) {
        UUID account = account(login, role, unit, null);
        clear(login, account, clearances);
        return account;
    }

    /** Replaces what the account is cleared for, and logs it in again. */
    public void clear(String login, UUID account, Clearance... clearances) {
        Backroom.await(guardhouse().accounts().clear(Actor.SYSTEM, Backroom.newId(),
                new HouseCommand.ClearAccount(account, Set.of(clearances))));
        grants.put(login, logIn(login));
    }

    /** An account whose owner has not yet used his activation code. */
    public AccountDesk.Issued issue(String login, Role role, String unit, @Nullable UUID post) {
        NewAccount wanted = new NewAccount(login, login, role, UnitCode.of(unit), post);
        return Backroom.await(guardhouse().accounts().create(Actor.SYSTEM, Backroom.newId(), wanted));
    }

    public void disable(UUID account) {
        Backroom.await(guardhouse().accounts().disable(Actor.SYSTEM, Backroom.newId(), account, "test"));
    }

    public void enable(UUID account) {
        Backroom.await(guardhouse().accounts().enable(Actor.SYSTEM, Backroom.newId(), account));
    }

    public String password(String login) {
        return Objects.requireNonNull(passwords.get(login));
    }

    /** An access token of the account, always of the same log-in session. */
    public String token(String login) {
        return grants.computeIfAbsent(login, this::logIn).access().text();
    }

    /** Another log-in session of the account. */
    public Grant logIn(String login) {
        return granted(Backroom.await(guardhouse().logins().logIn(login, password(login), DEVICE)));
    }

    private static Grant granted(Verdict<Grant> verdict) {
        return switch (verdict) {
            case Verdict.Granted<Grant>(Grant grant) -> grant;
            case Verdict.Denied<Grant>(var denial) -> throw new IllegalStateException(denial.detail());
        };
    }

    private static PlacedPost post(UUID id, String name, String unit, Jurisdiction jurisdiction) {
        return new PlacedPost(id, PostKind.POLLING_PLACE, name, UnitCode.of(unit), jurisdiction, List.of(), "서울특별시",
                "강남구", "역삼1동", "역삼초등학교", "서울특별시 강남구 테헤란로 1", "1층", new Position(37.5, 127.03));
    }

    private void end() {
        Backroom.await(node.close());
        backroom.close();
        Backroom.await(clients.close());
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("haetae-node");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
