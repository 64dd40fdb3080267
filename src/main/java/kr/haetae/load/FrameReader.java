package kr.haetae.load;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Cuts a server's frames (RFC 6455, 5.2) out of the bytes as they arrive; a server never masks. Nothing is decoded, and a frame that came
 * whole is not copied: the client shares its machine with what it measures.
 */
final class FrameReader {
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;

    private static final int CONTINUATION = 0;
    private static final int OPCODE = 0x0f;
    private static final int FINAL = 0x80;
    private static final int LONGEST_HEADER = 10;
    private static final int LENGTH_OF_TWO = 126;
    private static final int LENGTH_OF_EIGHT = 127;

    /** Gets a message's payload, {@code bytes[from]} to before {@code bytes[to]}, which it must not keep. */
    interface Taker {
        void frame(int opcode, byte[] bytes, int from, int to);
    }

    private final Taker taker;
    private byte[] begun = new byte[LONGEST_HEADER];
    private int held;
    /** What came of a message that is sent in several frames. */
    private ByteArrayOutputStream message = new ByteArrayOutputStream();

    FrameReader(Taker taker) {
        this.taker = taker;
    }

    /** Takes in what arrived, from {@code at} on. */
    void read(byte[] chunk, int at) {
        int next = held == 0 ? at : finish(chunk, at);
        while (held == 0 && next < chunk.length) {
            long size = size(chunk, next, chunk.length);
            if (size < 0 || next + size > chunk.length) {
                begin(chunk, next, size);
                return;
            }
            give(chunk, next, (int) size);
            next += (int) size;
        }
    }

    private void begin(byte[] chunk, int from, long size) {
        held = chunk.length - from;
        if (size > begun.length) {
            begun = new byte[Math.toIntExact(size)];
        }
        System.arraycopy(chunk, from, begun, 0, held);
    }

    /** Adds to what was begun; answers where the chunk goes on. */
    private int finish(byte[] chunk, int at) {
        int next = at;
        long size = size(begun, 0, held);
        while (size < 0 && next < chunk.length) {
            begun[held++] = chunk[next++];
            size = size(begun, 0, held);
        }
        if (size < 0) {
            return next;
        }
        if (size > begun.length) {
            begun = Arrays.copyOf(begun, Math.toIntExact(size));
        }
        int more = (int) Math.min(size - held, chunk.length - next);
        System.arraycopy(chunk, next, begun, held, more);
        held += more;
        if (held == size) {
            held = 0;
            byte[] whole = begun;
            begun = whole.length > LONGEST_HEADER ? new byte[LONGEST_HEADER] : whole;
            give(whole, 0, (int) size);
        }
        return next + more;
    }

    private void give(byte[] bytes, int at, int size) {
        int opcode = bytes[at] & OPCODE;
        int from = at + header(bytes[at + 1] & 0x7f);
        boolean whole = (bytes[at] & FINAL) != 0;
        if (opcode >= CLOSE || (whole && opcode != CONTINUATION)) {
            taker.frame(opcode, bytes, from, at + size);
            return;
        }
        message.write(bytes, from, at + size - from);
        if (whole) {
            byte[] together = message.toByteArray();
            message = new ByteArrayOutputStream();
            taker.frame(TEXT, together, 0, together.length);
        }
    }

    /** Of a whole frame that begins there; -1 while its length is not known. */
    private static long size(byte[] bytes, int at, int end) {
        if (end - at < 2) {
            return -1;
        }
        int length = bytes[at + 1] & 0x7f;
        int header = header(length);
        if (end - at < header) {
            return -1;
        }
        long payload = length;
        if (length >= LENGTH_OF_TWO) {
            payload = 0;
            for (int i = at + 2; i < at + header; i++) {
                payload = (payload << 8) | (bytes[i] & 0xff);
            }
        }
        return header + payload;
    }

    private static int header(int length) {
        return length == LENGTH_OF_EIGHT ? LONGEST_HEADER : length == LENGTH_OF_TWO ? 4 : 2;
    }
}
