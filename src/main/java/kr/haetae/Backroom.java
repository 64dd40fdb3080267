package kr.haetae;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.haetae.auth.AuthSettings;
import kr.haetae.auth.Guardhouse;
import kr.haetae.config.Configuration;
import kr.haetae.config.Role;
import kr.haetae.config.Security;
import kr.haetae.database.Migrations;
import kr.haetae.database.OpenDatabase;
import kr.haetae.ledger.Ledger;
import kr.haetae.metrics.LedgerMeters;
import kr.haetae.metrics.LoginMeters;
import kr.haetae.picture.Picture;

/** What a server and a command of the same data have in common: the database, migrated, the ledgers and the guardhouse. Blocks. */
final class Backroom implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final OpenDatabase database;
    private final Vertx vertx;
    private final Ledgers ledgers;
    private final Guardhouse guardhouse;

    private Backroom(OpenDatabase database, Vertx vertx, Ledgers ledgers, Guardhouse guardhouse) {
        this.database = database;
        this.vertx = vertx;
        this.ledgers = ledgers;
        this.guardhouse = guardhouse;
    }

    /** Takes over the database and the Vert.x, also when it fails. */
    static Backroom open(Configuration configuration, OpenDatabase database, Vertx vertx, MeterRegistry metrics) {
        try {
            if (configuration.role() == Role.FEED) {
                Migrations.require(database.address());
            } else {
                Migrations.apply(database.address());
            }
            Ledgers ledgers = await(Ledgers.open(vertx, database.address(), configuration, new LedgerMeters(metrics)));
            Guardhouse.Place place = new Guardhouse.Place(vertx, ledgers.database().pool(), ledgers.house(),
                    ledgers.database().clock()::now, configuration.security().keysFile(), new LoginMeters(metrics));
            Guardhouse guardhouse = await(Guardhouse.open(place, auth(configuration.security())));
            return new Backroom(database, vertx, ledgers, guardhouse);
        } catch (RuntimeException e) {
            await(vertx.close());
            database.close();
            throw e;
        }
    }

    private static AuthSettings auth(Security security) {
        AuthSettings defaults = AuthSettings.defaults();
        AuthSettings.Throttling throttling = new AuthSettings.Throttling(
                security.loginFailures(), defaults.throttle().longestWait(), security.loginFailureWindow());
        return new AuthSettings(security.accessTokenLifetime(), security.refreshTokenLifetime(),
                security.sessionLifetime(), defaults.activationLife(), throttling, defaults.addressFailures(),
                security.loginConcurrency(), security.passkeyDomain());
    }

    Vertx vertx() {
        return vertx;
    }

    Ledgers ledgers() {
        return ledgers;
    }

    Guardhouse guardhouse() {
        return guardhouse;
    }

    /** The operation's ledger; of the only one when none is named. */
    Ledger<Picture> operation(String named) {
        var operations = ledgers.house().picture().operations();
        if (named.isEmpty() && operations.size() == 1) {
            return await(ledgers.open(operations.head()._1));
        }
        return operations.values()
                .find(operation -> operation.id().toString().equals(named) || operation.name().equals(named))
                .map(operation -> await(ledgers.open(operation.id())))
                .getOrElseThrow(() -> new Refusal("Name the operation by --operation: " + operations.values()
                        .map(operation -> operation.id() + " (" + operation.name() + ")").mkString(", ")));
    }

    static <T> T await(Future<T> future) {
        try {
            return future.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Refusal("Gave up after " + PATIENCE.toMinutes() + " minutes.");
        }
    }

    static UUID newId() {
        return UUID.randomUUID();
    }

    @Override
    public void close() {
        guardhouse.close();
        try {
            await(ledgers.close());
        } finally {
            // From this thread: a loop that closes itself would never say that it is done.
            await(vertx.close());
        }
        database.close();
    }
}
