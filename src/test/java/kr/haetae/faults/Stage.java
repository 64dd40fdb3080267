package kr.haetae.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The installation that faults of one shape share; what it recorded is verified when it is left. */
final class Stage implements AutoCloseable {
    private final Path directory;
    private @Nullable Installation site;

    Stage(Path directory) {
        this.directory = directory;
    }

    Installation installation(Fault fault) throws IOException, InterruptedException {
        Installation now = site;
        if (now != null && now.shape().equals(fault.shape()) && now.whole()) {
            return now;
        }
        verify();
        close();
        Path place = directory.resolve(fault.name());
        Programs.run(List.of("rm", "-rf", place.toString()));
        Installation fresh = Installation.in(place, fault.shape());
        site = fresh;
        return fresh;
    }

    /** By the product's own command. */
    void verify() throws InterruptedException {
        Installation now = site;
        if (now != null) {
            now.verify();
        }
    }

    @Override
    public synchronized void close() {
        Installation now = site;
        site = null;
        if (now != null) {
            now.close();
        }
    }
}
