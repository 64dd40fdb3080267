package kr.haetae.feed;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What one event loop is to write: frames for thousands of sockets are one task, queued behind what the loop has read already, not a task for
 * each; a frame's bytes leave the heap once for all of them; and each socket is flushed once, whatever it got.
 */
final class Postbag {
    /** Then the loop reads again before it goes on. */
    private static final int FRAMES_A_TURN = 8_192;

    /** Where a frame goes. Called on the loop. */
    interface Address {
        /** Writes without flushing; false when it is not wanted any more. {@code frame} is the receiver's to release if it is. */
        boolean write(ByteBuf frame);

        /** Sends what was written; asked once for each frame, and nothing is left to do but the first time. */
        void flush();
    }

    private record Letter(Address address, Wire wire) {}

    private final EventExecutor loop;
    private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();
    private volatile long turnNanos;

    Postbag(EventExecutor loop) {
        this.loop = loop;
    }

    /** From any thread; what one thread posts arrives in order. */
    void post(Address address, Wire wire) {
        letters.add(new Letter(address, wire));
        if (called.compareAndSet(false, true)) {
            loop.execute(this::deliver);
        }
    }

    /** How long the last turn took. */
    long turnNanos() {
        return turnNanos;
    }

    private void deliver() {
        long began = System.nanoTime();
        called.set(false);
        List<Address> written = new ArrayList<>();
        @Nullable
        Wire wire = null;
        @Nullable
        ByteBuf bytes = null;
        try {
            for (int number = 0; number < FRAMES_A_TURN; number++) {
                Letter letter = letters.poll();
                if (letter == null) {
                    break;
                }
                if (bytes == null || letter.wire() != wire) {
                    release(bytes);
                    wire = letter.wire();
                    bytes = outside(wire);
                }
                if (write(letter.address(), bytes)) {
                    written.add(letter.address());
                }
            }
        } finally {
            release(bytes);
        }
        written.forEach(Address::flush);
        turnNanos = System.nanoTime() - began;
        if (!letters.isEmpty() && called.compareAndSet(false, true)) {
            loop.execute(this::deliver);
        }
    }

    private static boolean write(Address address, ByteBuf bytes) {
        ByteBuf own = bytes.retainedDuplicate();
        if (address.write(own)) {
            return true;
        }
        own.release();
        return false;
    }

    /** Sockets write from memory outside the heap; each would copy the bytes there for itself. */
    private static ByteBuf outside(Wire wire) {
        return PooledByteBufAllocator.DEFAULT.directBuffer(wire.bytes().length).writeBytes(wire.bytes());
    }

    private static void release(@Nullable ByteBuf bytes) {
        if (bytes != null) {
            bytes.release();
        }
    }
}
