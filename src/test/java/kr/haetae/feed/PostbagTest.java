package kr.haetae.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Frames reach their sockets in order, what one turn writes is sent together, and no memory outside the heap stays behind. */
class PostbagTest {
    private static final int MANY = 20_000;

    private final EventExecutor loop = new DefaultEventExecutor();
    private final Postbag bag = new Postbag(loop);

    /** A socket that keeps what it is given. */
    private static final class Kept implements Postbag.Address {
        private final List<String> texts = new ArrayList<>();
        private final List<ByteBuf> buffers = new ArrayList<>();
        private boolean closed;
        private int unsent;
        private int sentTogether;

        @Override
        public boolean write(ByteBuf frame) {
            if (closed) {
                return false;
            }
            texts.add(frame.toString(StandardCharsets.UTF_8));
            buffers.add(frame);
            unsent++;
            return true;
        }

        @Override
        public void flush() {
            sentTogether = Math.max(sentTogether, unsent);
            unsent = 0;
        }
    }

    @AfterEach
    void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void eachSocketGetsItsFramesInOrderThenTheyAreSent() throws Exception {
        Kept one = new Kept();
        Kept other = new Kept();
        Wire first = Wire.of("first");
        Wire second = Wire.of("second");

        loop.submit(() -> {
            bag.post(one, first);
            bag.post(other, first);
            bag.post(one, second);
        }).get();
        settle();

        assertThat(one.texts).hasSize(2);
        assertThat(one.texts.get(0)).endsWith("first");
        assertThat(one.texts.get(1)).endsWith("second");
        assertThat(other.texts).hasSize(1);
        assertThat(one.unsent).isZero();
        assertThat(one.sentTogether).isEqualTo(2);
        // Both were given the same bytes, of which each has its own share.
        one.buffers.get(0).release();
        assertThat(other.buffers.get(0).refCnt()).isEqualTo(1);
        other.buffers.get(0).release();
        assertThat(other.buffers.get(0).refCnt()).isZero();
    }

    @Test
    void whatAClosedSocketDoesNotTakeIsGivenBack() throws Exception {
        Kept closed = new Kept();
        Kept open = new Kept();
        closed.closed = true;
        Wire wire = Wire.of("x".repeat(70_000));

        bag.post(closed, wire);
        bag.post(open, wire);
        settle();

        assertThat(open.buffers).singleElement().satisfies(buffer -> {
            assertThat(buffer.refCnt()).isEqualTo(1);
            assertThat(buffer.readableBytes()).isEqualTo(70_008);
            buffer.release();
        });
    }

    @Test
    void nothingIsLeftHoweverMuchIsPosted() throws Exception {
        Kept socket = new Kept();
        for (int number = 0; number < MANY; number++) {
            bag.post(socket, Wire.of("n" + number));
        }
        while (loop.submit(() -> socket.texts.size()).get() < MANY) {
            Thread.onSpinWait();
        }

        assertThat(socket.texts.getLast()).endsWith("n" + (MANY - 1));
        assertThat(socket.buffers).allSatisfy(buffer -> assertThat(buffer.release()).isTrue());
    }

    @Test
    void aMarkIsReachedOnceAllBeforeItIsWritten() throws Exception {
        Kept socket = new Kept();
        List<Integer> sent = new ArrayList<>();

        loop.submit(() -> {
            for (int number = 0; number < 1_000; number++) {
                bag.post(socket, Wire.of("n" + number));
            }
            bag.mark(() -> sent.add(socket.texts.size() - socket.unsent));
            bag.post(socket, Wire.of("after"));
        }).get();
        while (loop.submit(() -> socket.texts.size()).get() <= 1_000) {
            Thread.onSpinWait();
        }

        assertThat(loop.submit(() -> List.copyOf(sent)).get()).singleElement()
                .asInstanceOf(InstanceOfAssertFactories.INTEGER)
                .isGreaterThanOrEqualTo(1_000);
        socket.buffers.forEach(ByteBuf::release);
    }

    @Test
    void whatTheLoopHasToDoElseNeedNotWaitForAllFrames() throws Exception {
        Kept socket = new Kept();
        List<Integer> written = new ArrayList<>();

        loop.submit(() -> {
            for (int number = 0; number < MANY; number++) {
                bag.post(socket, Wire.of("n" + number));
            }
            loop.execute(() -> written.add(socket.texts.size()));
        }).get();
        while (loop.submit(() -> socket.texts.size()).get() < MANY) {
            Thread.onSpinWait();
        }

        assertThat(loop.submit(() -> List.copyOf(written)).get()).singleElement()
                .asInstanceOf(InstanceOfAssertFactories.INTEGER).isLessThan(MANY / 10);
        socket.buffers.forEach(ByteBuf::release);
    }

    private void settle() throws Exception {
        loop.submit(() -> {}).get();
        loop.submit(() -> {}).get();
    }
}
