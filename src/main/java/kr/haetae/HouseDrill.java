package kr.haetae;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import kr.haetae.auth.AccountDesk;
import kr.haetae.auth.Actor;
import kr.haetae.auth.House;
import kr.haetae.auth.NewAccount;
import kr.haetae.config.Configuration;
import kr.haetae.drill.ClosingReport;
import kr.haetae.drill.Credential;
import kr.haetae.drill.Drill;
import kr.haetae.drill.LedgerRows;
import kr.haetae.drill.Scenario;
import kr.haetae.drill.Terms;
import kr.haetae.drill.Venue;
import kr.haetae.event.NamedId;
import kr.haetae.event.OperationState;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.tls.ServerCertificate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drill that an installation without operations of its own begins with: it goes on at every start until its day is over, and
 * then another one begins. It is driven through the API like any other; only its administrator is made here, and disabled as soon as
 * everything is prepared.
 */
final class HouseDrill {
    private static final Logger LOG = LoggerFactory.getLogger(HouseDrill.class);
    private static final UUID ADMINISTRATOR = NamedId.of(House.LEDGER, "drill administrator");
    private static final NewAccount ACCOUNT = new NewAccount("first-drill-admin", "훈련 관리자", Role.ADMINISTRATOR,
            UnitCode.HEADQUARTERS, null);

    /** A few officers' phones; the others' rooms enter what they say, so that log-ins leave the machine to its screens. */
    private static final double SCALE = 0.01;

    private static final Scenario SCENARIO = Scenario.whole(1, SCALE);

    private static final Duration STOP = Duration.ofSeconds(20);

    private final Backroom backroom;
    private final Drill drill;
    private volatile boolean closing;
    private final Vertx vertx;

    private HouseDrill(Backroom backroom, Vertx vertx, Drill drill) {
        this.backroom = backroom;
        this.vertx = vertx;
        this.drill = drill;
    }

    /** Begins it, or goes on; empty where the house has operations of its own. */
    static Optional<HouseDrill> begin(Backroom backroom, Configuration configuration, Node node,
            Optional<ServerCertificate> certificate) {
        Optional<UUID> key = key(backroom);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2));
        Terms terms = new Terms(venue(node, certificate), administrator(backroom), SCENARIO,
                configuration.drillSpeed(), known(backroom, key.get()), "first-drill", key.get(), "전국 훈련",
                Duration.ofMinutes(1));
        Drill drill = new Drill(vertx, terms, new LedgerRows(backroom.ledgers().database().pool()), LOG::info,
                line -> {});
        HouseDrill held = new HouseDrill(backroom, vertx, drill);
        held.hold();
        return Optional.of(held);
    }

    private void hold() {
        drill.hold().onSuccess(HouseDrill::print).onFailure(e -> {
            if (!closing) {
                LOG.error("The drill came to an end: {}", e.getMessage());
            }
        });
        drill.ready().onComplete(ready -> disable().onFailure(e -> LOG.error("{} is still enabled; disable it",
                ACCOUNT.login(), e)));
    }

    /** Stops the drill, and prints its closing report, if it has not ended. */
    void close() {
        closing = true;
        try {
            drill.stop().timeout(STOP.toSeconds(), TimeUnit.SECONDS).await();
        } catch (RuntimeException e) {
            LOG.info("The drill stopped: {}", e.getMessage());
        }
        Backroom.await(vertx.close());
    }

    private static void print(ClosingReport report) {
        report.text().forEach(LOG::info);
    }

    /** The first of this house's drills that is not over; empty where there is an operation that is none of them. */
    private static Optional<UUID> key(Backroom backroom) {
        Set<UUID> left = new HashSet<>(
                backroom.ledgers().house().picture().operations().keySet().toJavaSet());
        for (int number = 1;; number++) {
            UUID key = NamedId.of(House.LEDGER, "drill " + number);
            UUID operation = operation(key);
            if (!left.remove(operation) || !over(backroom, operation)) {
                return left.isEmpty() ? Optional.of(key) : Optional.empty();
            }
        }
    }

    /** An operation that is there already is gone on with, also by a newer program that would begin it otherwise. */
    private static @Nullable UUID known(Backroom backroom, UUID key) {
        UUID operation = operation(key);
        return backroom.ledgers().house().picture().operations().containsKey(operation) ? operation : null;
    }

    /** As the API names what is created under a key. */
    private static UUID operation(UUID key) {
        return NamedId.of(key, "operation");
    }

    /** One whose day went by while nobody served is closed, so that the next one has a day before it. */
    private static boolean over(Backroom backroom, UUID operation) {
        Optional<Ledger<Picture>> found = backroom.ledgers().operations().all().stream()
                .filter(ledger -> ledger.id().equals(operation)).findFirst();
        if (found.isEmpty()) {
            return backroom.ledgers().house().picture().operations().containsKey(operation);
        }
        Ledger<Picture> ledger = found.get();
        OperationState state = ledger.picture().operation().orElseThrow().state();
        if (state == OperationState.OPEN && !ledger.now().isBefore(SCENARIO.end())) {
            Backroom.await(backroom.ledgers().end(operation, "훈련일 경과"));
            return true;
        }
        return state == OperationState.CLOSED || state == OperationState.ARCHIVED;
    }

    private static Credential administrator(Backroom backroom) {
        AccountDesk desk = backroom.guardhouse().accounts();
        AccountDesk.Issued issued = Backroom.await(desk.create(Actor.SYSTEM, ADMINISTRATOR, ACCOUNT)
                .compose(made -> made.code() != null ? Future.succeededFuture(made) : again(backroom)));
        AccountDesk.Code code = issued.code();
        if (code == null) {
            throw new IllegalStateException("no code was issued for " + ACCOUNT.login());
        }
        return new Credential.Activation(ACCOUNT.login(), code.text());
    }

    private static Future<AccountDesk.Issued> again(Backroom backroom) {
        AccountDesk desk = backroom.guardhouse().accounts();
        UUID account = account(backroom);
        return desk.enable(Actor.SYSTEM, Backroom.newId(), account)
                .compose(enabled -> desk.reset(Actor.SYSTEM, Backroom.newId(), account));
    }

    private static UUID account(Backroom backroom) {
        return backroom.ledgers().house().picture().byLogin(ACCOUNT.login()).orElseThrow().id();
    }

    private Future<?> disable() {
        return backroom.guardhouse().accounts().disable(Actor.SYSTEM, Backroom.newId(), account(backroom),
                "the drill is prepared");
    }

    private static Venue venue(Node node, Optional<ServerCertificate> certificate) {
        Venue.Trust trust = certificate.<Venue.Trust>map(it -> new Venue.Trust.Own(bytes(it)))
                .orElseGet(Venue.Trust.Usual::new);
        return new Venue("127.0.0.1", node.port(), certificate.isPresent(), trust);
    }

    private static byte[] bytes(ServerCertificate certificate) {
        try {
            return Files.readAllBytes(certificate.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
