package kr.haetae.blob;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.stream.ImageInputStreamImpl;

/** A stored file as image readers want it: one chunk in memory, wherever they seek. Blocks: never on an event loop. */
final class ChunkedImage extends ImageInputStreamImpl {
    private static final long PATIENCE_SECONDS = 30;

    private final Chunks chunks;
    private final UUID store;
    private final long bytes;
    private int number = -1;
    private Buffer chunk = Buffer.buffer();

    ChunkedImage(Chunks chunks, UUID store, long bytes) {
        this.chunks = chunks;
        this.store = store;
        this.bytes = bytes;
    }

    @Override
    public long length() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (streamPos >= bytes) {
            return -1;
        }
        int at = turnTo(streamPos);
        streamPos++;
        return chunk.getUnsignedByte(at);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (streamPos >= bytes) {
            return -1;
        }
        int at = turnTo(streamPos);
        int some = Math.min(length, chunk.length() - at);
        chunk.getBytes(at, at + some, into, offset);
        streamPos += some;
        return some;
    }

    /** The place of that offset within its chunk, which is then held. */
    private int turnTo(long offset) throws IOException {
        int wanted = (int) (offset / Chunks.SIZE);
        if (wanted != number) {
            chunk = await(chunks.read(store, wanted));
            number = wanted;
        }
        return (int) (offset % Chunks.SIZE);
    }

    private static Buffer await(Future<Buffer> reading) throws IOException {
        try {
            return reading.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the file can't be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the file can't be read", e);
        }
    }
}
