package kr.haetae.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A whole text frame as it goes over the wire (RFC 6455, 5.2): made once, written to however many sockets. */
public final class Wire {
    private static final byte FINAL_TEXT = (byte) 0x81;
    private static final int SHORT = 125;
    private static final int LENGTH_OF_TWO = 126;
    private static final int LENGTH_OF_EIGHT = 127;
    private static final int MOST_OF_TWO = 0xffff;

    private final byte[] bytes;
    private final int header;

    private Wire(byte[] bytes, int header) {
        this.bytes = bytes;
        this.header = header;
    }

    /** {@code payload}: UTF-8. */
    static Wire of(byte[] payload) {
        int header = payload.length <= SHORT ? 2 : payload.length <= MOST_OF_TWO ? 4 : 10;
        ByteBuffer bytes = ByteBuffer.allocate(header + payload.length).put(FINAL_TEXT);
        switch (header) {
            case 2 -> bytes.put((byte) payload.length);
            case 4 -> bytes.put((byte) LENGTH_OF_TWO).putShort((short) payload.length);
            default -> bytes.put((byte) LENGTH_OF_EIGHT).putLong(payload.length);
        }
        return new Wire(bytes.put(payload).array(), header);
    }

    static Wire of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Header and payload; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** Bytes of the payload. */
    int size() {
        return bytes.length - header;
    }

    String text() {
        return new String(bytes, header, size(), StandardCharsets.UTF_8);
    }
}
