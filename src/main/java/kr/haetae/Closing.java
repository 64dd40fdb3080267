package kr.haetae;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is open, to be closed in reverse. Whoever closes, on any thread, waits for what is just being opened: a Ctrl-C during the
 * start leaves nothing running.
 */
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<Runnable> open = new ArrayDeque<>();
    private boolean closed;

    /** Fails with {@link Refusal} once it was told to close. */
    synchronized <T> T open(Supplier<T> opening, Consumer<T> closing) {
        if (closed) {
            throw new Refusal("Stopped while starting.");
        }
        T opened = opening.get();
        open.push(() -> closing.accept(opened));
        return opened;
    }

    /** Closes all; what fails is logged and keeps nothing else open. */
    synchronized void close() {
        closed = true;
        while (!open.isEmpty()) {
            try {
                open.pop().run();
            } catch (RuntimeException e) {
                LOG.warn("something did not close", e);
            }
        }
    }
}
