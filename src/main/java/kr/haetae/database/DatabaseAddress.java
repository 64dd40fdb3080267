package kr.haetae.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** How to reach a PostgreSQL database; the host is a name or an address, IPv6 without brackets. */
public record DatabaseAddress(String host, int port, String database, String user, String password) {
    private static final String CONNECT_TIMEOUT_SECONDS = "5";

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host.contains(":") ? "[" + host + "]" : host, port, database);
    }

    /** One plain connection, outside any pool. Blocks: never on an event loop. */
    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_TIMEOUT_SECONDS);
        return DriverManager.getConnection(jdbcUrl(), properties);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "%s as %s".formatted(jdbcUrl().substring("jdbc:".length()), user);
    }
}
