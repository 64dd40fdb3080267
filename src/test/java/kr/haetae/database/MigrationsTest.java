package kr.haetae.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    private static final String OLDER = "classpath:db/one";
    private static final String NEWER = "classpath:db/two";

    @TempDir
    static Path data;

    private EmbeddedDatabase database;

    @BeforeEach
    void start() {
        database = EmbeddedDatabase.start(data, 0);
    }

    @AfterEach
    void stop() throws Exception {
        EmbeddedDatabaseTest.run(database.address(), "DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
        database.close();
    }

    @Test
    void nodesThatStartTogetherMigrateOnce() throws Exception {
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture
                .runAsync(() -> Migrations.apply(database.address(), NEWER))).limit(4)
                .toArray(CompletableFuture[]::new)).join();

        assertThat(EmbeddedDatabaseTest.ask(database.address(),
                "SELECT count(*) FROM flyway_schema_history WHERE success")).isEqualTo("2");
    }

    @Test
    void anOlderProgramRunsBesideANewerOneThatOnlyExpanded() {
        Migrations.apply(database.address(), NEWER);
        Migrations.apply(database.address(), OLDER);
    }

    @Test
    void aDatabaseOfANewerProgramIsRefused() throws Exception {
        Migrations.apply(database.address(), NEWER);
        EmbeddedDatabaseTest.run(database.address(),
                "UPDATE flyway_schema_history SET description = 'drop post' WHERE version = '2'");

        assertThatThrownBy(() -> Migrations.apply(database.address(), OLDER)).isInstanceOf(DatabaseRefused.class)
                .hasMessage(
                        "The database was changed by a newer program (2 drop post); start that one or a newer one.");
    }

    @Test
    void aMigrationAlteredAfterItRanIsRefused() throws Exception {
        Migrations.apply(database.address(), OLDER);
        EmbeddedDatabaseTest.run(database.address(), "UPDATE flyway_schema_history SET checksum = 1");

        assertThatThrownBy(() -> Migrations.apply(database.address(), OLDER)).isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("checksum mismatch");
    }

    @Test
    void whatWasNotedIsLookedAtAgainOnlyWhenTheHistoryChanged() throws Exception {
        MigrationNote note = new MigrationNote("db/migration");
        assertThat(note.holds(database.address())).isFalse();
        Migrations.apply(database.address());
        assertThat(note.holds(database.address())).isTrue();
        Migrations.apply(database.address());

        EmbeddedDatabaseTest.run(database.address(), "INSERT INTO flyway_schema_history (installed_rank, version, "
                + "description, type, script, checksum, installed_by, execution_time, success) "
                + "VALUES (99, '99', 'drop post', 'SQL', 'V99__drop_post.sql', 1, 'newer', 1, true)");

        assertThat(note.holds(database.address())).isFalse();
        assertThatThrownBy(() -> Migrations.apply(database.address())).isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("99 drop post");
        EmbeddedDatabaseTest.run(database.address(), "DELETE FROM flyway_schema_history WHERE version = '99'",
                "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '2'");
        assertThatThrownBy(() -> Migrations.apply(database.address())).isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("checksum mismatch");
    }
}
