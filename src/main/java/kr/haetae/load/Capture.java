package kr.haetae.load;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * The change frames of one screen, each with when it came, for a bare loop to send again (ops/load/sendloop.c): for each frame, big-endian,
 * 8 bytes of nanoseconds since the first, 4 bytes of its length, its bytes.
 */
final class Capture implements AutoCloseable {
    private final DataOutputStream out;
    private long began = -1;
    private boolean closed;

    Capture(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    synchronized void frame(long nanos, byte[] bytes, int from, int to) {
        if (closed) {
            return;
        }
        if (began < 0) {
            began = nanos;
        }
        try {
            out.writeLong(nanos - began);
            out.writeInt(to - from);
            out.write(bytes, from, to - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        out.close();
    }
}
