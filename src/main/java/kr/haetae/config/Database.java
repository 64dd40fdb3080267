package kr.haetae.config;

import java.net.URI;
import java.util.List;

/** Which database, and how many connections to it. */
public record Database(Place place, int poolSize, boolean forceElectionOnEmbedded) {
    public Database {
        var problems = new Problems();
        problems.range(Setting.DATABASE_POOL_SIZE, poolSize);
        problems.refuse();
    }

    public boolean embedded() {
        return place instanceof Embedded;
    }

    /** Where the database runs. */
    public sealed interface Place permits Embedded, External {}

    /** Started by this program under its data directory; port 0 takes a free one. */
    public record Embedded(int port) implements Place {
        public Embedded {
            var problems = new Problems();
            problems.range(Setting.EMBEDDED_PORT, port);
            problems.refuse();
        }
    }

    /** Run by somebody else. */
    public record External(String host, int port, String name, String user, Secret password) implements Place {
        private static final int POSTGRES_PORT = 5432;

        /** From {@code postgresql://host[:port]/name}; fails with {@link IllegalArgumentException} saying the shape. */
        static External of(URI url, String user, Secret password) {
            var name = url.getPath() == null ? "" : url.getPath().replaceFirst("^/", "");
            if (!List.of("postgresql", "postgres").contains(String.valueOf(url.getScheme())) || url.getHost() == null
                    || url.getUserInfo() != null || url.getQuery() != null || !name.matches("[^/]+")) {
                throw new IllegalArgumentException(
                        "postgresql://host:port/name; user and password are settings of their own");
            }
            var port = url.getPort() < 0 ? POSTGRES_PORT : url.getPort();
            return new External(url.getHost().replaceAll("[\\[\\]]", ""), port, name, user, password);
        }
    }
}
