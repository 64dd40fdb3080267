package kr.haetae.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import kr.haetae.database.EmbeddedDatabase;
import kr.haetae.database.OpenDatabase;

/** A database run by somebody else, at an address that stays, with nodes on it. */
final class Outside implements AutoCloseable {
    private final Site site;
    private EmbeddedDatabase database;

    private Outside(Site site) {
        this.site = site;
        database = EmbeddedDatabase.start(site.data(), 0);
    }

    /** A founded one. */
    static Outside in(Path data) {
        return new Outside(Site.in(data));
    }

    /** A node; its directory must not exist yet. */
    ServerProcess serve(Path node) {
        return ServerProcess.start(Site.nodeIn(node), settings());
    }

    Map<String, String> settings() {
        return Map.of("HAETAE_DATABASE_URL", "postgresql://127.0.0.1:%d/haetae".formatted(database.address().port()),
                "HAETAE_DATABASE_USER", database.address().user(),
                "HAETAE_DATABASE_PASSWORD", database.address().password());
    }

    Entries entries() {
        return new Entries(new OpenDatabase.Visited(database.address()));
    }

    /** The files while it does not run; at the end it runs again at the same address. */
    void stopped(Work work) throws IOException {
        int port = database.address().port();
        database.close();
        work.on(site);
        database = EmbeddedDatabase.start(site.data(), port);
    }

    /** What is done to the stopped files. */
    interface Work {
        void on(Site site) throws IOException;
    }

    /** SIGSTOP or SIGCONT to every one of its processes: there, and mute. */
    void signal(String name) {
        site.databaseProcesses().forEach(process -> Programs.run("kill", "-" + name, Long.toString(process)));
    }

    @Override
    public void close() {
        database.close();
    }
}
