package kr.haetae.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kr.haetae.auth.LoginSession;
import kr.haetae.event.Clearance;
import kr.haetae.event.OperationKind;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While the event loops still write a frame, what happens is gathered for the next. */
class WritingFeedTest {
    private static final UUID OPERATION = new UUID(0, 9);
    private static final int REPORTS = 5;

    private final Vertx vertx = Vertx.vertx();
    private final EventExecutor loop = new DefaultEventExecutor();
    private final Postroom postroom = new Postroom();
    private final Story story = new Story("a");
    private final AtomicReference<Picture> picture = new AtomicReference<>(story.now());
    private final List<Wire> given = new CopyOnWriteArrayList<>();

    /** A socket of that loop. */
    private final class Socket implements Outlet, Postbag.Address {
        @Override
        public boolean full() {
            return false;
        }

        @Override
        public void send(Wire frame) {
            given.add(frame);
            postroom.bag(loop).post(this, frame);
        }

        @Override
        public boolean write(ByteBuf frame) {
            frame.release();
            return true;
        }

        @Override
        public void flush() {}

        @Override
        public void end(Bye bye) {
            throw new AssertionError(bye.toString());
        }
    }

    @AfterEach
    void close() throws Exception {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        vertx.close().await(20, TimeUnit.SECONDS);
    }

    @Test
    void changesAreGatheredWhileALoopIsStillWriting() throws Exception {
        Context context = vertx.getOrCreateContext();
        Source source = new Source(OPERATION, picture::get, () -> OperationFeed.TICK.multipliedBy(2), Instant::now,
                Instant::now);
        OperationFeed feed = new OperationFeed(vertx, context, source,
                new FeedMeters(new SimpleMeterRegistry(), OperationKind.DRILL),
                OperationFeed.Pace.of(Duration.ZERO));
        feed.writesThrough(postroom);
        CountDownLatch seated = new CountDownLatch(1);
        feed.join(viewer(), new Hello("hello", OPERATION, Story.HQ, null, null), new Socket(),
                seat -> seated.countDown());
        assertThat(seated.await(20, TimeUnit.SECONDS)).isTrue();
        CountDownLatch goOn = new CountDownLatch(1);
        loop.execute(() -> uninterrupted(goOn));
        given.clear();
        CountDownLatch committed = new CountDownLatch(1);

        context.runOnContext(v -> {
            for (int number = 1; number <= REPORTS; number++) {
                story.report(number, Story.GANGNAM, 2);
                picture.set(story.now());
                feed.committed();
            }
            committed.countDown();
        });
        assertThat(committed.await(20, TimeUnit.SECONDS)).isTrue();
        goOn.countDown();

        await().until(() -> !given.isEmpty()
                && given.getLast().text().contains("\"upTo\":\"" + picture.get().cursor()));
        assertThat(given).hasSize(2);
    }

    private static Viewer viewer() {
        return new Viewer(new LoginSession(new UUID(1, 1), new UUID(2, 2), 1), Story.HQ, Set.of(Clearance.GENERAL));
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
