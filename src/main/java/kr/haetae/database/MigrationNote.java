package kr.haetae.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import kr.haetae.config.ProgramFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A note in the database that this program's migrations have run and that its history is still the one they left: whatever anybody
 * migrates or alters there changes the digest, and then Flyway looks.
 */
final class MigrationNote {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationNote.class);
    private static final String DIGEST = """
            sha256(?::bytea || convert_to((
                SELECT string_agg(concat_ws(' ', installed_rank, version, description, type, script, checksum, success),
                                  chr(10) ORDER BY installed_rank)
                  FROM flyway_schema_history), 'UTF8'))""";
    private static final String UNDEFINED_TABLE = "42P01";

    private final byte[] files;

    MigrationNote(String directory) {
        files = ProgramFiles.digest(Set.of(directory));
    }

    /** Whether nothing has changed since {@link #write}; false also when it can't be said. */
    boolean holds(DatabaseAddress address) {
        try (Connection connection = address.connect();
                PreparedStatement asking = connection.prepareStatement(
                        "SELECT EXISTS (SELECT 1 FROM migration_note WHERE digest = " + DIGEST + ")")) {
            asking.setBytes(1, files);
            try (var rows = asking.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (SQLException e) {
            if (!UNDEFINED_TABLE.equals(e.getSQLState())) {
                LOG.warn("the note of the last migration can't be read, Flyway looks: reason={}", e.getMessage());
            }
            return false;
        }
    }

    /** After a success. Without it the next start only takes longer. */
    void write(DatabaseAddress address) {
        try (Connection connection = address.connect();
                PreparedStatement noting = connection.prepareStatement(
                        "INSERT INTO migration_note (digest) SELECT " + DIGEST + " ON CONFLICT DO NOTHING")) {
            noting.setBytes(1, files);
            noting.executeUpdate();
        } catch (SQLException e) {
            LOG.warn("the migration was not noted, the next start takes longer: reason={}", e.getMessage());
        }
    }
}
