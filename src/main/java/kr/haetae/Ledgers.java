package kr.haetae;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import kr.haetae.auth.House;
import kr.haetae.auth.HouseFold;
import kr.haetae.config.Configuration;
import kr.haetae.config.Role;
import kr.haetae.config.Snapshots;
import kr.haetae.database.DatabaseAddress;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.NamedId;
import kr.haetae.event.OperationClock;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.http.OpenOperations;
import kr.haetae.ledger.Ledger;
import kr.haetae.ledger.LedgerDatabase;
import kr.haetae.ledger.LedgerSettings;
import kr.haetae.ledger.SnapshotSettings;
import kr.haetae.ledger.Submission;
import kr.haetae.metrics.LedgerMeters;
import kr.haetae.operation.OperationCommand;
import kr.haetae.operation.Operations;
import kr.haetae.picture.Picture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The house ledger and the ledger of every operation that the house knows, on this node. An operation that another node creates is
 * opened here as soon as its entry arrives.
 */
final class Ledgers {
    private static final Logger LOG = LoggerFactory.getLogger(Ledgers.class);

    private final LedgerDatabase database;
    private final LedgerSettings settings;
    private final Ledger<House> house;
    /** Whether another node defines what is not defined yet. */
    private final boolean feed;
    private final OpenOperations operations = new OpenOperations(this::bring);
    private final Map<UUID, Future<Ledger<Picture>>> opening = new ConcurrentHashMap<>();
    /** Of those that are just being let go of; the same ledger is not opened again before. */
    private final Map<UUID, Future<Void>> leaving = new ConcurrentHashMap<>();
    private final List<Consumer<Ledger<Picture>>> openers = new ArrayList<>();

    private Ledgers(LedgerDatabase database, LedgerSettings settings, Ledger<House> house, boolean feed) {
        this.database = database;
        this.settings = settings;
        this.house = house;
        this.feed = feed;
    }

    /** Opens the house; operations follow with {@link #follow}. */
    static Future<Ledgers> open(Vertx vertx, DatabaseAddress address, Configuration configuration,
            LedgerMeters meters) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(address.host())
                .setPort(address.port())
                .setDatabase(address.database())
                .setUser(address.user())
                .setPassword(address.password());
        LedgerSettings settings = settings(configuration);
        boolean feed = configuration.role() == Role.FEED;
        Future<LedgerDatabase> opening = feed ? LedgerDatabase.openReplica(vertx, options, meters)
                : LedgerDatabase.open(vertx, options, meters);
        return opening
                .compose(database -> Ledger.open(database, House.LEDGER, new HouseFold(), settings)
                        .map(house -> new Ledgers(database, settings, house, feed)))
                .onSuccess(ledgers -> meters.kinds(ledgers::kind));
    }

    private static LedgerSettings settings(Configuration configuration) {
        LedgerSettings defaults = LedgerSettings.defaults();
        return new LedgerSettings(configuration.limits().queueLimit(), defaults.batchCommands(), defaults.batchBytes(),
                defaults.poll(), defaults.patience(), defaults.statementTimeout(), defaults.contendedFor(),
                defaults.pageEntries(), snapshots(configuration.snapshots()));
    }

    private static SnapshotSettings snapshots(Snapshots wanted) {
        SnapshotSettings defaults = SnapshotSettings.defaults();
        return new SnapshotSettings(wanted != Snapshots.OFF, defaults.every(), defaults.onClose(),
                wanted == Snapshots.COMPARED, defaults.delay());
    }

    LedgerDatabase database() {
        return database;
    }

    Ledger<House> house() {
        return house;
    }

    OpenOperations operations() {
        return operations;
    }

    /** Calls for every operation's ledger when it is open; before {@link #follow}. */
    void whenOpen(Consumer<Ledger<Picture>> opener) {
        openers.add(opener);
    }

    /** Opens all operations that there are, and from now on each that comes; archived ones wait until somebody asks. */
    Future<Void> follow() {
        house.listen(commit -> present(commit.after()).forEach(operation -> open(operation)
                .onFailure(e -> LOG.error("operation {} can't be opened", operation, e))));
        return Future.join(present(house.picture()).stream().map(this::open).toList()).mapEmpty();
    }

    private static List<UUID> present(House house) {
        return house.operations().values().filter(operation -> !operation.archived()).map(House.Operation::id)
                .toJavaList();
    }

    /** As the house has it: an operation whose clock starts in the past would else be stuck at the real time of its definition. */
    private OperationClock clock(UUID operation) {
        return house.picture().operations().get(operation).map(House.Operation::clock)
                .getOrElse(() -> OperationClock.real(Instant.EPOCH));
    }

    private String kind(UUID ledger) {
        return house.picture().operations().get(ledger)
                .map(operation -> operation.kind().name().toLowerCase(Locale.ROOT)).getOrElse("house");
    }

    /** Opens an operation, archived or not, if the house knows it. */
    Future<Optional<Ledger<Picture>>> bring(UUID operation) {
        return house.picture().operations().containsKey(operation) ? open(operation).map(Optional::of)
                : Future.succeededFuture(Optional.empty());
    }

    /** Lets go of an operation's ledger; {@link #open} opens it again. */
    Future<Void> letGo(UUID operation) {
        Promise<Void> left = Promise.promise();
        leaving.put(operation, left.future());
        Future<Ledger<Picture>> open = opening.remove(operation);
        operations.remove(operation);
        Future<Void> closed = open == null ? Future.succeededFuture() : open.compose(Ledger::close);
        closed.onComplete(done -> {
            leaving.remove(operation, left.future());
            left.complete();
        });
        return closed;
    }

    /** The operation's ledger, defined: its first entry says what it is, so that the ledger can be read by itself. */
    Future<Ledger<Picture>> open(UUID operation) {
        return opening.computeIfAbsent(operation, id -> leaving.getOrDefault(id, Future.succeededFuture())
                .compose(left -> Ledger.open(database, id, new OperationFold(clock(id)), settings))
                .compose(ledger -> define(ledger).map(ledger))
                .onSuccess(ledger -> {
                    operations.add(ledger);
                    openers.forEach(opener -> opener.accept(ledger));
                })
                .onFailure(e -> opening.remove(id)));
    }

    private Future<Void> define(Ledger<Picture> ledger) {
        if (ledger.picture().operation().isPresent()) {
            return Future.succeededFuture();
        }
        if (feed) {
            return defined(ledger);
        }
        House known = house.picture();
        House.Operation operation = known.operations().get(ledger.id()).get();
        List<PlacedUnit> units = known.units().values().toJavaList();
        Event.OperationDefined defined = new Event.OperationDefined(
                operation.id(), operation.name(), operation.kind(), operation.clock(), units);
        UUID command = NamedId.of(operation.id(), "define");
        Hash request = Hash.of("define".getBytes(StandardCharsets.UTF_8));
        return ledger.submit(new Submission<>(command, Entry.SYSTEM, UnitCode.HEADQUARTERS, request,
                (picture, at) -> picture.operation().isPresent()
                        ? Decision.refuse(Reason.ALREADY_THERE, "The operation is defined.")
                        : Decision.accept(defined)))
                .mapEmpty();
    }

    private static Future<Void> defined(Ledger<Picture> ledger) {
        Promise<Void> defined = Promise.promise();
        ledger.listen(commit -> commit.after().operation().ifPresent(known -> defined.tryComplete()));
        ledger.picture().operation().ifPresent(known -> defined.tryComplete());
        return defined.future();
    }

    /** Opens a prepared operation for work; one that is open already stays so. */
    Future<Ledger<Picture>> begin(UUID operation) {
        Author system = new Author(Entry.SYSTEM, "system", UnitCode.HEADQUARTERS, null);
        Hash request = Hash.of("open".getBytes(StandardCharsets.UTF_8));
        return open(operation).compose(ledger -> ledger
                .submit(new Submission<>(NamedId.of(operation, "open"), Entry.SYSTEM, UnitCode.HEADQUARTERS, request,
                        (picture, at) -> Operations.decide(picture, at, at, system, new OperationCommand.Open())))
                .map(ledger));
    }

    /** Closes an open operation that nobody is left to close. */
    Future<Void> end(UUID operation, String reason) {
        Author system = new Author(Entry.SYSTEM, "system", UnitCode.HEADQUARTERS, null);
        Hash request = Hash.of("close".getBytes(StandardCharsets.UTF_8));
        return open(operation).compose(ledger -> ledger
                .submit(new Submission<>(NamedId.of(operation, "close"), Entry.SYSTEM, UnitCode.HEADQUARTERS, request,
                        (picture, at) -> Operations.decide(picture, at, at, system,
                                new OperationCommand.Close(reason)))))
                .mapEmpty();
    }

    Future<Void> close() {
        List<Future<Void>> closing = new ArrayList<>();
        operations.all().forEach(ledger -> closing.add(ledger.close()));
        closing.add(house.close());
        return Future.join(closing).transform(closed -> database.close());
    }
}
