package kr.haetae.blob;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes one piece of an upload off a connection. While a chunk is written it reads on, at most {@link #AHEAD} bytes and what the socket
 * delivers at once. What is short of a chunk when a connection ends is forgotten, unless the file ends there; and so is what a
 * socket that is not read from still held then.
 */
final class Receiving {
    /** Writes a chunk that begins at an offset. */
    @FunctionalInterface
    interface Writer {
        Future<?> write(long offset, Buffer chunk);
    }

    /** A native socket that is not read from drops what it holds when its other end closes: a phone's line never gets so far ahead of the disk. */
    private static final int AHEAD = 2 * Chunks.SIZE;

    private final long bytes;
    private final Writer writer;
    private final Promise<Long> done = Promise.promise();
    private Buffer held = Buffer.buffer();
    private long received;
    private int underway;
    private boolean writing;
    private boolean paused;
    private boolean ended;
    private @Nullable Throwable broken;

    /**
     * @param bytes of the whole file
     * @param received how many of them are there already
     */
    Receiving(long bytes, long received, Writer writer) {
        this.bytes = bytes;
        this.received = received;
        this.writer = writer;
    }

    /** How many bytes the server holds once the piece is taken. The stream is paused; it is read on its own context. */
    Future<Long> from(ReadStream<Buffer> stream) {
        stream.exceptionHandler(failure -> {
            broken = new UploadRefused(UploadRefused.Code.CUT_OFF, "The connection broke.");
            ended = true;
            flush(stream);
        });
        stream.endHandler(end -> {
            ended = true;
            flush(stream);
        });
        stream.handler(buffer -> gather(stream, buffer));
        stream.resume();
        return done.future();
    }

    private void gather(ReadStream<Buffer> stream, Buffer buffer) {
        if (done.future().isComplete()) {
            return;
        }
        if (received + underway + held.length() + buffer.length() > bytes) {
            done.tryFail(new UploadRefused(UploadRefused.Code.FILE_TOO_LARGE,
                    "More came than the " + bytes + " bytes that were announced."));
            return;
        }
        held.appendBuffer(buffer);
        flush(stream);
        if (writing && !paused && !ended && held.length() >= AHEAD) {
            paused = true;
            stream.pause();
        }
    }

    private void flush(ReadStream<Buffer> stream) {
        if (writing || done.future().isComplete()) {
            return;
        }
        boolean last = received + held.length() == bytes && held.length() > 0;
        if (held.length() >= Chunks.SIZE || last) {
            write(stream);
        } else if (broken != null) {
            done.tryFail(broken);
        } else if (ended) {
            done.tryComplete(received);
        }
    }

    private void write(ReadStream<Buffer> stream) {
        writing = true;
        int length = Math.min(Chunks.SIZE, held.length());
        Buffer chunk = held.getBuffer(0, length);
        held = held.getBuffer(length, held.length());
        underway = length;
        writer.write(received, chunk).onComplete(written -> {
            writing = false;
            if (written.failed()) {
                done.tryFail(written.cause());
                return;
            }
            received += length;
            underway = 0;
            flush(stream);
            if (paused && !ended && held.length() < AHEAD) {
                paused = false;
                stream.resume();
            }
        });
    }
}
