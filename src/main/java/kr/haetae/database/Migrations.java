package kr.haetae.database;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to the schema of this program: the numbered files of {@code db/migration}, in order, each once.
 * Nodes that start together take turns (Flyway's advisory lock).
 */
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final String DIRECTORY = "db/migration";
    /** A newer program's migration with this first word only adds; this program runs on beside it. */
    private static final String COMPATIBLE = "expand";

    private final Flyway flyway;

    private Migrations(DatabaseAddress address, String location) {
        this.flyway = Flyway.configure().dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations(location).validateMigrationNaming(true).cleanDisabled(true)
                .ignoreMigrationPatterns("*:future").load();
    }

    /**
     * Fails with {@link DatabaseRefused} when a newer program changed the database in a way that this one does not
     * know (unless the migration is named {@code V<n>__expand_…}), when a migration was altered after it ran, or when
     * one fails.
     */
    public static void apply(DatabaseAddress address) {
        MigrationNote note = new MigrationNote(DIRECTORY);
        if (!note.holds(address)) {
            apply(address, "classpath:" + DIRECTORY);
            note.write(address);
        }
    }

    /** For who only reads. Fails with {@link DatabaseRefused} when the schema is not this program's, or one that only adds to it. */
    public static void require(DatabaseAddress address) {
        if (!new MigrationNote(DIRECTORY).holds(address)) {
            new Migrations(address, "classpath:" + DIRECTORY).require();
        }
    }

    private void require() {
        refuseNewer();
        int pending = flyway.info().pending().length;
        if (pending > 0) {
            throw new DatabaseRefused(
                    "The database lacks %d migrations of this program; start a node that writes first."
                            .formatted(pending));
        }
    }

    static void apply(DatabaseAddress address, String location) {
        try {
            new Migrations(address, location).apply();
        } catch (FlywayException e) {
            throw new DatabaseRefused("The database %s cannot be brought to this program's schema: %s"
                    .formatted(address, e.getMessage()), e);
        }
    }

    private void apply() {
        refuseNewer();
        var result = flyway.migrate();
        if (result.migrationsExecuted > 0) {
            LOG.info("schema migrated, version={}, migrations={}", result.targetSchemaVersion,
                    result.migrationsExecuted);
        }
    }

    private void refuseNewer() {
        var newer = Arrays.stream(flyway.info().applied()).filter(Migrations::unknown)
                .filter(it -> !it.getDescription().toLowerCase(Locale.ROOT).startsWith(COMPATIBLE))
                .map(it -> it.getVersion() + " " + it.getDescription()).collect(Collectors.joining(", "));
        if (!newer.isEmpty()) {
            throw new DatabaseRefused("The database was changed by a newer program (%s); start that one or a newer one."
                    .formatted(newer));
        }
    }

    private static boolean unknown(MigrationInfo migration) {
        return !migration.getState().isResolved();
    }
}
