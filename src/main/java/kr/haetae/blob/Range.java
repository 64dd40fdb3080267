package kr.haetae.blob;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;

/** A part of a file on its way out; the next chunk is read when the one before was taken. Used once. */
public final class Range {
    private final Chunks chunks;
    private final Blob blob;
    private final long from;
    private final long to;
    private final Promise<Void> done = Promise.promise();

    /** From the offset {@code from} up to and without {@code to}. */
    Range(Chunks chunks, Blob blob, long from, long to) {
        this.chunks = chunks;
        this.blob = blob;
        this.from = from;
        this.to = Math.min(to, blob.bytes());
    }

    /** Writes it all, and does not end the stream. Fails as the database or the stream does. */
    public Future<Void> to(WriteStream<Buffer> stream) {
        next(stream, from);
        return done.future();
    }

    private void next(WriteStream<Buffer> stream, long offset) {
        if (offset >= to) {
            done.complete();
            return;
        }
        int number = (int) (offset / Chunks.SIZE);
        int start = (int) (offset % Chunks.SIZE);
        int end = (int) Math.min(Chunks.SIZE, to - (long) number * Chunks.SIZE);
        chunks.read(blob.store(), number)
                .compose(chunk -> stream.write(chunk.getBuffer(start, end)))
                .onFailure(done::fail)
                .onSuccess(written -> next(stream, offset + end - start));
    }
}
