package kr.haetae.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A whole text message as it goes over the wire (RFC 6455, 5.2): made once, written to however many sockets. A long one is cut into frames of
 * {@value #LONGEST_FRAME} bytes: many clients take no longer ones, as Vert.x's own does not unless told to.
 */
public final class Wire {
    static final int LONGEST_FRAME = 0xffff;

    private static final int FINAL = 0x80;
    private static final int TEXT = 1;
    private static final int CONTINUATION = 0;
    private static final int SHORT = 125;
    private static final int LENGTH_OF_TWO = 126;
    private static final int SHORT_HEADER = 2;
    private static final int LONG_HEADER = 4;

    private final byte[] bytes;
    private final int size;

    private Wire(byte[] bytes, int size) {
        this.bytes = bytes;
        this.size = size;
    }

    /** {@code payload}: UTF-8. */
    static Wire of(byte[] payload) {
        int whole = payload.length / LONGEST_FRAME;
        int rest = payload.length - whole * LONGEST_FRAME;
        int last = rest == 0 && whole > 0 ? 0 : header(rest);
        ByteBuffer bytes = ByteBuffer.allocate(payload.length + whole * LONG_HEADER + last);
        for (int at = 0; at == 0 || at < payload.length; at += LONGEST_FRAME) {
            frame(bytes, payload, at);
        }
        return new Wire(bytes.array(), payload.length);
    }

    static Wire of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Headers and payload; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** Bytes of the payload. */
    int size() {
        return size;
    }

    String text() {
        ByteBuffer payload = ByteBuffer.allocate(size);
        for (int at = 0; at < bytes.length;) {
            int length = bytes[at + 1];
            int header = length == LENGTH_OF_TWO ? LONG_HEADER : SHORT_HEADER;
            int part = length == LENGTH_OF_TWO ? ByteBuffer.wrap(bytes).getShort(at + 2) & LONGEST_FRAME : length;
            payload.put(bytes, at + header, part);
            at += header + part;
        }
        return new String(payload.array(), StandardCharsets.UTF_8);
    }

    private static void frame(ByteBuffer into, byte[] payload, int at) {
        int length = Math.min(LONGEST_FRAME, payload.length - at);
        into.put((byte) ((at + length == payload.length ? FINAL : 0) | (at == 0 ? TEXT : CONTINUATION)));
        if (length <= SHORT) {
            into.put((byte) length);
        } else {
            into.put((byte) LENGTH_OF_TWO).putShort((short) length);
        }
        into.put(payload, at, length);
    }

    private static int header(int length) {
        return length <= SHORT ? SHORT_HEADER : LONG_HEADER;
    }
}
