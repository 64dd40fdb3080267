package kr.haetae.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReceivingTest {
    private final Line line = new Line();
    private final List<Promise<Void>> writes = new ArrayList<>();

    @Test
    void aByteTooManyIsNoticedWhileTheLastChunkIsWritten() {
        Future<Long> taken = receiving(Chunks.SIZE);

        line.brings(Chunks.SIZE);
        line.brings(1);

        assertThat(taken.failed()).isTrue();
        assertThat(taken.cause()).isInstanceOfSatisfying(UploadRefused.class,
                refused -> assertThat(refused.code()).isEqualTo(UploadRefused.Code.FILE_TOO_LARGE));
    }

    @Test
    void itReadsOnWhileAChunkIsWrittenButNotWithoutEnd() {
        Future<Long> taken = receiving(8L * Chunks.SIZE);

        line.brings(Chunks.SIZE);
        line.brings(Chunks.SIZE);
        assertThat(line.paused).isFalse();
        line.brings(Chunks.SIZE);
        assertThat(line.paused).isTrue();

        writes.getFirst().complete();
        assertThat(line.paused).isFalse();
        assertThat(taken.isComplete()).isFalse();
    }

    @Test
    void wholeChunksThatCameBeforeTheLineBrokeAreKept() {
        Future<Long> taken = receiving(8L * Chunks.SIZE);

        line.brings(2 * Chunks.SIZE + 5);
        line.breaks();
        writes.getFirst().complete();
        writes.getLast().complete();

        assertThat(writes).hasSize(2);
        assertThat(taken.cause()).isInstanceOfSatisfying(UploadRefused.class,
                refused -> assertThat(refused.code()).isEqualTo(UploadRefused.Code.CUT_OFF));
    }

    private Future<Long> receiving(long bytes) {
        return new Receiving(bytes, 0, (offset, chunk) -> {
            Promise<Void> write = Promise.promise();
            writes.add(write);
            return write.future();
        }).from(line);
    }

    /** A connection in the test's hand. */
    private static final class Line implements ReadStream<Buffer> {
        private @Nullable Handler<Buffer> handler;
        private @Nullable Handler<Throwable> broken;
        private boolean paused = true;

        void brings(int bytes) {
            if (handler != null) {
                handler.handle(Buffer.buffer(new byte[bytes]));
            }
        }

        void breaks() {
            if (broken != null) {
                broken.handle(new IllegalStateException("gone"));
            }
        }

        @Override
        public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> to) {
            broken = to;
            return this;
        }

        @Override
        public ReadStream<Buffer> handler(@Nullable Handler<Buffer> to) {
            handler = to;
            return this;
        }

        @Override
        public ReadStream<Buffer> pause() {
            paused = true;
            return this;
        }

        @Override
        public ReadStream<Buffer> resume() {
            paused = false;
            return this;
        }

        @Override
        public ReadStream<Buffer> fetch(long amount) {
            return this;
        }

        @Override
        public ReadStream<Buffer> endHandler(@Nullable Handler<Void> to) {
            return this;
        }
    }
}
