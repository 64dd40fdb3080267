package kr.haetae.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Story;
import kr.haetae.picture.Difference;
import kr.haetae.picture.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WholePicturesTest {
    private static final View HQ = new View(Story.HQ, Set.of(Clearance.GENERAL));

    private final Vertx vertx = Vertx.vertx();
    private final WholePictures wholes = new WholePictures(vertx);
    private final Story story = new Story("a");

    @AfterEach
    void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void allWhoAskAtOnceGetTheSameAlsoWhenEntriesCameMeanwhile() throws Exception {
        WholePictures.Whole first = wholes.of(story.now(), HQ, Optional.empty());
        story.report(1, Story.GANGNAM, 2);

        WholePictures.Whole second = wholes.of(story.now(), HQ, Optional.empty());

        assertThat(second).isSameAs(first);
        assertThat(second.gzip().await(10, TimeUnit.SECONDS).length()).isPositive();
    }

    @Test
    void whoeverHasSeenMoreGetsMore() {
        wholes.of(story.now(), HQ, Optional.empty());
        story.report(1, Story.GANGNAM, 2);

        WholePictures.Whole own = wholes.of(story.now(), HQ, Optional.of(story.now().cursor()));

        assertThat(own.picture().cursor()).isEqualTo(story.now().cursor());
    }

    @Test
    void theNextOneIsMadeFromTheLast() throws Exception {
        story.report(1, Story.GANGNAM, 2);
        Difference first = wholes.of(story.now(), HQ, Optional.empty()).content().await(10, TimeUnit.SECONDS);
        story.report(2, Story.JONGNO, 2);

        Difference second = wholes.of(story.now(), HQ, Optional.of(story.now().cursor())).content()
                .await(10, TimeUnit.SECONDS);

        assertThat(second.upTo()).isEqualTo(story.now().cursor());
        assertThat(second.put()).containsExactlyInAnyOrderElementsOf(story.now().snapshot(HQ).put());
        assertThat(second.put().getFirst()).isSameAs(first.put().getFirst());
    }

    @Test
    void nobodyGetsThePictureOfAnotherChain() {
        story.report(1, Story.GANGNAM, 2);
        wholes.of(story.now(), HQ, Optional.empty());
        Story restored = new Story("b");
        restored.report(2, Story.JONGNO, 2);

        WholePictures.Whole whole = wholes.of(restored.now(), HQ, Optional.empty());

        assertThat(whole.picture()).isSameAs(restored.now());
    }
}
