package kr.haetae.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.haetae.EmptyOperation;
import kr.haetae.database.OpenDatabase;

/** The entries of the operation as they stand in the database, past the product. */
record Entries(OpenDatabase database) implements AutoCloseable {
    /** How often each command stands in it. */
    Map<UUID, Integer> commands() {
        Map<UUID, Integer> counts = new HashMap<>();
        for (String command : column("SELECT command FROM entry WHERE ledger = '" + EmptyOperation.ID + "'")) {
            counts.merge(UUID.fromString(command), 1, Integer::sum);
        }
        return counts;
    }

    /** Ascending. */
    List<Long> seqs() {
        return column("SELECT seq FROM entry WHERE ledger = '%s' ORDER BY seq".formatted(EmptyOperation.ID)).stream()
                .map(Long::valueOf).toList();
    }

    long number(String sql) {
        return Long.parseLong(column(sql).getFirst());
    }

    private List<String> column(String sql) {
        try (Connection connection = database.address().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
