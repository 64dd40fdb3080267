package kr.haetae.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** One dashboard or phone: a copy of a view at a cursor, over a socket that is read with the least work. Confined to its socket's context. */
final class Screen implements FrameReader.Taker {
    private static final byte[] AFTER = "{\"type\":\"change\",\"after\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UP_TO = "\",\"upTo\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RESET = "\",\"reset\":true".getBytes(StandardCharsets.US_ASCII);
    private static final int AT = "\",\"at\":\"".length();
    /** Where a frame's type stands, after the key type and its quotes. */
    private static final int TYPE = 9;
    private static final String SWITCHED = "HTTP/1.1 101";
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MASKED_TEXT = 0x81;
    private static final int MASKED_PONG = 0x8a;
    private static final int MASK = 0x80;
    private static final int SHORT_LENGTH = 125;
    private static final int LENGTH_OF_TWO = 126;

    private final String scope;
    private final Tape tape;
    private final Marks marks;
    private final BitSet seen = new BitSet();
    private @Nullable Capture capture;
    private @Nullable NetSocket socket;
    private @Nullable Promise<Void> current;
    private FrameReader reader = new FrameReader(this);
    private byte[] held = new byte[0];
    private boolean upgraded;
    private volatile boolean leaving;

    Screen(String scope, Tape tape, Marks marks) {
        this.scope = scope;
        this.tape = tape;
        this.marks = marks;
    }

    String scope() {
        return scope;
    }

    /** How many of these reports it has not shown; from any thread. */
    int lacks(BitSet wanted) {
        BitSet lacking = (BitSet) wanted.clone();
        synchronized (seen) {
            lacking.andNot(seen);
        }
        return lacking.cardinality();
    }

    void capture(Capture frames) {
        capture = frames;
    }

    /** What it holds, as a hello's {@code since}; empty: nothing. */
    String since() {
        return new String(held, StandardCharsets.US_ASCII);
    }

    void hold(String cursor) {
        held = cursor.getBytes(StandardCharsets.US_ASCII);
    }

    /** Takes a connection; completes once the screen shows what is current. {@code hello}: absent for a server that only sends. */
    Future<Void> open(NetSocket opened, String request, @Nullable String hello) {
        Promise<Void> promise = Promise.promise();
        socket = opened;
        current = promise;
        upgraded = false;
        leaving = false;
        reader = new FrameReader(this);
        opened.handler(buffer -> read(buffer.getBytes(), hello));
        opened.exceptionHandler(e -> promise.tryFail(e));
        opened.closeHandler(v -> {
            promise.tryFail("a socket was closed before its screen was current");
            if (!leaving) {
                tape.closed.increment();
            }
        });
        opened.write(request);
        return promise.future();
    }

    /** Cuts the connection, as a lost network does. */
    Future<Void> cut() {
        leaving = true;
        NetSocket open = socket;
        return open == null ? Future.succeededFuture() : open.close();
    }

    private void read(byte[] bytes, @Nullable String hello) {
        tape.bytes.add(bytes.length);
        if (upgraded) {
            reader.read(bytes, 0);
            return;
        }
        int end = indexOf(bytes, END_OF_HEAD);
        String head = new String(bytes, StandardCharsets.ISO_8859_1);
        if (end < 0 || !head.startsWith(SWITCHED)) {
            fail("The server did not open a live socket: " + head.lines().findFirst().orElse(""));
            return;
        }
        upgraded = true;
        if (hello == null) {
            ready();
        } else {
            write(MASKED_TEXT, hello.getBytes(StandardCharsets.UTF_8));
        }
        reader.read(bytes, end + END_OF_HEAD.length);
    }

    @Override
    public void frame(int opcode, byte[] bytes, int from, int to) {
        switch (opcode) {
            case FrameReader.TEXT -> text(bytes, from, to);
            case FrameReader.PING -> write(MASKED_PONG, Arrays.copyOfRange(bytes, from, to));
            case FrameReader.CLOSE -> fail("The server closed a socket: "
                    + new String(bytes, from, to - from, StandardCharsets.UTF_8));
            default -> {
            }
        }
    }

    private void text(byte[] bytes, int from, int to) {
        if (bytes[from + TYPE] == 'c') {
            change(bytes, from, to);
        } else if (bytes[from + TYPE] == 'b') {
            fail("The server said goodbye: " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
    }

    private void change(byte[] bytes, int from, int to) {
        long now = System.nanoTime();
        tape.frames.increment();
        move(bytes, from);
        marks.find(bytes, from, to, number -> shown(number, now));
        Capture frames = capture;
        if (frames != null) {
            frames.frame(now, bytes, from, to);
        }
        ready();
    }

    /** As docs/protocol.md asks of a client: a frame applies only where it begins with what is held. */
    private void move(byte[] bytes, int from) {
        int after = from + AFTER.length;
        int middle = quote(bytes, after);
        int upTo = middle + UP_TO.length;
        int end = quote(bytes, upTo);
        boolean reset = starts(bytes, quote(bytes, end + AT), RESET);
        if (reset) {
            tape.resets.increment();
        } else if (!equal(bytes, after, middle)) {
            tape.gaps.increment();
        }
        if (end - upTo != held.length) {
            held = new byte[end - upTo];
        }
        System.arraycopy(bytes, upTo, held, 0, held.length);
    }

    private void shown(int number, long now) {
        synchronized (seen) {
            if (seen.get(number)) {
                tape.repeats.increment();
                return;
            }
            seen.set(number);
        }
        tape.deliveries.increment();
        if (tape.measures(number)) {
            tape.shown.recordValue(Math.max(0, now - marks.scheduled(number)));
        }
    }

    private void ready() {
        Promise<Void> waiting = current;
        if (waiting != null) {
            current = null;
            waiting.tryComplete();
        }
    }

    private void fail(String why) {
        Promise<Void> waiting = current;
        if (waiting != null) {
            current = null;
            waiting.tryFail(why);
        }
    }

    /** A client's frames are masked; a mask of zeros is one. */
    private void write(int first, byte[] payload) {
        Buffer frame = Buffer.buffer(payload.length + 8).appendUnsignedByte((short) first);
        if (payload.length > SHORT_LENGTH) {
            frame.appendUnsignedByte((short) (MASK | LENGTH_OF_TWO)).appendUnsignedShort(payload.length);
        } else {
            frame.appendUnsignedByte((short) (MASK | payload.length));
        }
        NetSocket open = socket;
        if (open != null) {
            open.write(frame.appendInt(0).appendBytes(payload));
        }
    }

    private boolean equal(byte[] bytes, int from, int to) {
        return Arrays.equals(bytes, from, to, held, 0, held.length);
    }

    private static boolean starts(byte[] bytes, int from, byte[] with) {
        return Arrays.equals(bytes, from, Math.min(bytes.length, from + with.length), with, 0, with.length);
    }

    private static int quote(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != '"') {
            at++;
        }
        return at;
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            if (starts(bytes, at, wanted)) {
                return at;
            }
        }
        return -1;
    }
}
