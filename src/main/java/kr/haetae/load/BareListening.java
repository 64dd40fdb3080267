package kr.haetae.load;

import java.io.IOException;
import java.util.Collections;
import java.util.Random;
import java.util.function.Consumer;

/** The same receivers at a loop that only sends frames: what sockets alone cost, to compare a server with. */
public final class BareListening implements AutoCloseable {
    private final Terms terms;
    private final Loops loops = new Loops();
    private final Tape tape = new Tape();
    private final Audience audience;
    private final ServerWatch watch;

    public BareListening(Terms terms) {
        this.terms = terms;
        audience = new Audience(loops, terms, new Requests(loops.vertx(), terms.venue()), tape);
        watch = new ServerWatch(terms.watch());
    }

    /** What arrived in the measured time; {@code cpuSeconds} of the sending process. */
    public record Heard(long frames, long bytes, double seconds, double cpuSeconds) {}

    public Heard listen(Consumer<String> progress) throws IOException, InterruptedException {
        audience.add(Collections.nCopies(terms.crowd().dashboards(), "npa"),
                scope -> new Terms.Account("nobody", "", scope), new Marks(1, new Random()));
        Rehearsal.await(audience.listen(), "listen");
        progress.accept("%,d sockets are open".formatted(audience.current()));
        Thread.sleep(terms.traffic().warmUp());
        long frames = tape.frames.sum();
        long bytes = tape.bytes.sum();
        double cpu = watch.taken().cpuSeconds().orElse(0);
        long began = System.nanoTime();
        Thread.sleep(terms.traffic().measured());
        return new Heard(tape.frames.sum() - frames, tape.bytes.sum() - bytes, (System.nanoTime() - began) / 1e9,
                watch.taken().cpuSeconds().orElse(0) - cpu);
    }

    @Override
    public void close() {
        audience.close();
        loops.close();
    }
}
