package kr.haetae.testing;

import io.vertx.pgclient.PgConnectOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL, one for all tests of a JVM, that writes commits to disk; and a migrated database for each test. */
public final class PostgresFixture {
    private static final String TEMPLATE = "haetae_template";
    private static final String USER = "postgres";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final List<Runnable> USERS = new CopyOnWriteArrayList<>();

    private PostgresFixture() {}

    private static final class Shared {
        static final EmbeddedPostgres POSTGRES = launch(builder("on").setRegisterShutdownHook(false));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(Shared::end, "end of PostgreSQL"));
            create(POSTGRES, TEMPLATE, "template1");
            Flyway.configure().dataSource(POSTGRES.getDatabase(USER, TEMPLATE)).load().migrate();
        }

        private static void end() {
            try {
                USERS.forEach(Runnable::run);
                POSTGRES.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** At the JVM's end, and before PostgreSQL stops: else whoever lives as long would ask after it, over and over. */
    public static void beforeItsEnd(Runnable close) {
        USERS.add(close);
    }

    /** One migrated database. */
    public record Database(EmbeddedPostgres cluster, String name) implements AutoCloseable {
        public PgConnectOptions options() {
            return options(cluster.getPort());
        }

        /** The same through another port, a proxy's. */
        public PgConnectOptions options(int port) {
            return new PgConnectOptions().setHost("localhost").setPort(port).setDatabase(name).setUser(USER)
                    .setPassword(USER);
        }

        public Connection connect() throws SQLException {
            return cluster.getDatabase(USER, name).getConnection();
        }

        /** Runs a statement and returns how many rows it changed. */
        public int execute(String sql) {
            try (Connection connection = connect(); Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return statement.getUpdateCount();
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        /** The first column of the first row, a whole number. */
        public long number(String sql) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        /** Drops it, whoever is connected. */
        @Override
        public void close() {
            run(cluster, "DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    /** A fresh database with the product's tables. */
    public static Database database() {
        String name = "t" + COUNT.incrementAndGet();
        create(Shared.POSTGRES, name, TEMPLATE);
        return new Database(Shared.POSTGRES, name);
    }

    /** As {@link #database()}, of another locale than the cluster's, such as {@code C}. */
    public static Database ofLocale(String locale) {
        String name = "t" + COUNT.incrementAndGet();
        run(Shared.POSTGRES, "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE '" + locale
                + "' LC_CTYPE '" + locale + "'");
        Flyway.configure().dataSource(Shared.POSTGRES.getDatabase(USER, name)).load().migrate();
        return new Database(Shared.POSTGRES, name);
    }

    /**
     * A cluster of its own, to be closed by the test.
     *
     * @param fsync {@code on} or {@code off}; nothing but a test of the test wants it off
     */
    public static EmbeddedPostgres start(String fsync) {
        return launch(builder(fsync));
    }

    private static EmbeddedPostgres.Builder builder(String fsync) {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", fsync)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200");
    }

    private static EmbeddedPostgres launch(EmbeddedPostgres.Builder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A migrated database in a cluster of one's own. */
    public static Database database(EmbeddedPostgres cluster) {
        String name = "t" + COUNT.incrementAndGet();
        create(cluster, name, "template1");
        Flyway.configure().dataSource(cluster.getDatabase(USER, name)).load().migrate();
        return new Database(cluster, name);
    }

    private static void create(EmbeddedPostgres cluster, String name, String template) {
        run(cluster, "CREATE DATABASE " + name + " TEMPLATE " + template);
    }

    private static void run(EmbeddedPostgres cluster, String sql) {
        try (Connection connection = cluster.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
