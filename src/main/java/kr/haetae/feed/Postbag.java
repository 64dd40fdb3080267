package kr.haetae.feed;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What one event loop is to write: frames for thousands of sockets are a few tasks, between which the loop reads, not a task for
 * each; a frame's bytes leave the heap once for all of them; and each socket is flushed once for what it got in a turn.
 */
final class Postbag {
    /** Half a millisecond's writing: a report that arrives meanwhile waits no longer, and a socket's objects are still in the cache when it is flushed. */
    private static final int FRAMES_A_TURN = 96;

    /** Where a frame goes. Called on the loop. */
    interface Address {
        /** Writes without flushing; false when it is not wanted any more. {@code frame} is the receiver's to release if it is. */
        boolean write(ByteBuf frame);

        /** Sends what was written; asked once for each frame, and nothing is left to do but the first time. */
        void flush();
    }

    private sealed interface Item {}

    private record Letter(Address address, Wire wire) implements Item {}

    private record Mark(Runnable reached) implements Item {}

    private final EventExecutor loop;
    private final Queue<Item> items = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();
    private final List<Address> written = new ArrayList<>(FRAMES_A_TURN);
    private @Nullable Wire wire;
    private @Nullable ByteBuf bytes;
    private long beganNanos;
    private volatile long roundNanos;

    Postbag(EventExecutor loop) {
        this.loop = loop;
    }

    /** From any thread; what one thread posts arrives in order. */
    void post(Address address, Wire frame) {
        put(new Letter(address, frame));
    }

    /** Calls on the loop once all that this thread posted before is written; from any thread. */
    void mark(Runnable reached) {
        put(new Mark(reached));
    }

    /** How long it took of late to write all that there was. */
    long roundNanos() {
        return roundNanos;
    }

    private void put(Item item) {
        items.add(item);
        if (called.compareAndSet(false, true)) {
            loop.execute(this::begin);
        }
    }

    private void begin() {
        beganNanos = System.nanoTime();
        turn();
    }

    private void turn() {
        List<Mark> reached = new ArrayList<>();
        try {
            for (int number = 0; number < FRAMES_A_TURN; number++) {
                Item item = items.poll();
                if (item == null) {
                    break;
                }
                switch (item) {
                    case Letter letter -> write(letter);
                    case Mark mark -> reached.add(mark);
                }
            }
            written.forEach(Address::flush);
        } finally {
            written.clear();
            goOn();
            // Also when a socket failed: who waits for a mark would wait for ever.
            reached.forEach(mark -> mark.reached().run());
        }
    }

    private void goOn() {
        if (!items.isEmpty()) {
            // Due at once, but not before the loop has read: what is merely executed would be done first.
            ScheduledFuture<?> unused = loop.schedule(this::turn, 0, TimeUnit.NANOSECONDS);
            return;
        }
        roundNanos = System.nanoTime() - beganNanos;
        release();
        called.set(false);
        if (!items.isEmpty() && called.compareAndSet(false, true)) {
            loop.execute(this::begin);
        }
    }

    private void write(Letter letter) {
        ByteBuf shared = bytes;
        if (shared == null || letter.wire() != wire) {
            release();
            wire = letter.wire();
            bytes = shared = outside(letter.wire());
        }
        ByteBuf own = shared.retainedDuplicate();
        if (letter.address().write(own)) {
            written.add(letter.address());
        } else {
            own.release();
        }
    }

    /** Sockets write from memory outside the heap; each would copy the bytes there for itself. */
    private static ByteBuf outside(Wire wire) {
        return PooledByteBufAllocator.DEFAULT.directBuffer(wire.bytes().length).writeBytes(wire.bytes());
    }

    private void release() {
        ByteBuf shared = bytes;
        if (shared != null) {
            shared.release();
        }
        bytes = null;
        wire = null;
    }
}
