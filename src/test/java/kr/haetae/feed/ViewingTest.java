package kr.haetae.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import kr.haetae.auth.LoginSession;
import kr.haetae.event.Cursor;
import kr.haetae.event.OperationKind;
import kr.haetae.event.UnitCode;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Stories;
import kr.haetae.picture.Story;
import kr.haetae.picture.View;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ViewingTest {
    private static final Cursor NOTHING = new Cursor(0, "");
    private static final Viewer VIEWER = new Viewer(new LoginSession(new UUID(1, 1), new UUID(2, 2), 1), Story.HQ,
            Set.of(Clearance.GENERAL));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FeedMeters feedMeters = new FeedMeters(meters, OperationKind.DRILL);

    @Provide
    Arbitrary<List<Stories.Step>> steps() {
        return Stories.steps(40);
    }

    @Provide
    Arbitrary<UnitCode> scopes() {
        return Arbitraries.of(Story.UNITS);
    }

    /** Sockets that fill up, drain, join late and with cursors of any age all end with what the server shows. */
    @Property(tries = 200)
    void everyScreenEndsWithThePicture(
            @ForAll("steps") List<Stories.Step> steps, @ForAll("scopes") UnitCode scope, @ForAll long seed) {
        Random random = new Random(seed);
        Story story = Stories.told(steps);
        Viewing viewing = viewing(scope, story.at(0));
        List<Screen> screens = new ArrayList<>();
        List<Session> sessions = new ArrayList<>();
        for (int seq = 1; seq <= story.length(); seq++) {
            Picture picture = story.at(seq);
            if (random.nextInt(4) == 0) {
                Screen screen = new Screen();
                Cursor since = random.nextBoolean() ? NOTHING : story.at(0).cursor();
                Session session = new Session(VIEWER, screen, feedMeters, since);
                if (!since.equals(NOTHING)) {
                    screen.send(
                            new String(Frames.change(story.at(0).snapshot(viewing.view())), StandardCharsets.UTF_8));
                }
                viewing.join(session, picture, since.seq(), 0);
                screens.add(screen);
                sessions.add(session);
            }
            screens.forEach(screen -> screen.full(random.nextInt(3) == 0));
            if (random.nextInt(3) > 0 && viewing.wants(picture)) {
                viewing.cut(picture, 0);
            }
            if (random.nextInt(5) == 0) {
                viewing.tick(picture, picture.at(), 10, 0);
            }
        }
        viewing.cut(story.now(), 0);
        for (int i = 0; i < screens.size(); i++) {
            screens.get(i).full(false);
            viewing.drained(sessions.get(i));
        }

        Screen fresh = new Screen();
        viewing.join(new Session(VIEWER, fresh, feedMeters, NOTHING), story.now(), 0, 0);
        assertThat(screens).allSatisfy(screen -> {
            assertThat(screen.canonical()).isEqualTo(fresh.canonical());
            assertThat(screen.cursor()).isEqualTo(story.now().cursor().toString());
        });
    }

    @Test
    void aSlowSocketGetsOneFrameForAllThatItMissed() {
        Story story = new Story("a");
        Viewing viewing = viewing(Story.HQ, story.now());
        Screen slow = new Screen();
        Session session = new Session(VIEWER, slow, feedMeters, NOTHING);
        viewing.join(session, story.now(), 0, 0);
        slow.full(true);
        for (int number = 1; number <= 20; number++) {
            story.report(number, Story.GANGNAM, 2);
            viewing.cut(story.now(), 0);
        }
        assertThat(slow.frames()).isEqualTo(1);

        slow.full(false);
        viewing.drained(session);

        assertThat(slow.frames()).isEqualTo(2);
        assertThat(slow.cursor()).isEqualTo(story.now().cursor().toString());
        assertThat(meters.get("haetae_feed_merged_frames").counter().count()).isEqualTo(1);
    }

    @Test
    void equalHellosAreEncodedOnceAndAnsweredEachByItsOwnId() {
        Story story = new Story("a");
        Cursor then = story.now().cursor();
        story.report(1, Story.GANGNAM, 2);
        Viewing viewing = viewing(Story.HQ, story.now());
        List<Screen> screens = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            Cursor ancient = new Cursor(number, "ffffffffffffffff");
            Screen screen = new Screen();
            screens.add(screen);
            if (number % 3 == 0) {
                screen.send(new String(Frames.change(story.at(2).snapshot(viewing.view())), StandardCharsets.UTF_8));
            }
            Session session = new Session(VIEWER, screen, feedMeters, number % 3 == 0 ? then : ancient)
                    .answering(number % 2 == 0 ? "\"화면 " + number + "\"" : null, Session.PATIENCE);
            viewing.join(session, story.now(), 0, 0);
        }

        assertThat(meters.get("haetae_feed_encoded_frames").counter().count()).isEqualTo(2);
        assertThat(screens).allSatisfy(screen -> assertThat(screen.cursor())
                .isEqualTo(story.now().cursor().toString()));
        Screen alone = new Screen();
        alone.send(new String(Frames.change(story.now().snapshot(viewing.view())), StandardCharsets.UTF_8));
        assertThat(screens.get(1).canonical()).isEqualTo(alone.canonical());
        assertThat(screens.get(2).canonical()).isEqualTo(alone.canonical());
    }

    @Test
    void nothingIsRememberedBeyondATick() {
        Story story = new Story("a");
        Viewing viewing = viewing(Story.HQ, story.now());
        viewing.join(new Session(VIEWER, new Screen(), feedMeters, NOTHING), story.now(), 0, 0);
        viewing.tick(story.now(), story.now().at(), 10, 0);
        viewing.join(new Session(VIEWER, new Screen(), feedMeters, NOTHING), story.now(), 0, 0);

        assertThat(meters.get("haetae_feed_encoded_frames").counter().count()).isEqualTo(2);
    }

    @Test
    void aSocketThatNeverReadsIsEndedAfterItsPatience() {
        Story story = new Story("a");
        Viewing viewing = viewing(Story.HQ, story.now());
        Screen dead = new Screen();
        viewing.join(new Session(VIEWER, dead, feedMeters, NOTHING), story.now(), 0, 0);
        dead.full(true);
        viewing.tick(story.now(), story.now().at(), 10, 0);
        assertThat(dead.ended()).isNull();

        viewing.tick(story.now(), story.now().at(), 10, Session.PATIENCE.toNanos() + 1);

        assertThat(dead.ended()).isEqualTo(Bye.TOO_SLOW);
    }

    @Test
    void whatChangesElsewhereWakesNobodyButTheTickBringsTheCursor() {
        Story story = new Story("a");
        Viewing gangnam = viewing(Story.GANGNAM, story.now());
        Screen screen = new Screen();
        gangnam.join(new Session(VIEWER, screen, feedMeters, NOTHING), story.now(), 0, 0);
        story.report(1, Story.HAEUNDAE, 1);

        assertThat(gangnam.wants(story.now())).isFalse();
        gangnam.tick(story.now(), story.now().at(), 10, 0);

        assertThat(screen.cursor()).isEqualTo(story.now().cursor().toString());
        assertThat(screen.ticks()).isEqualTo(1);
    }

    @Test
    void aRestoredDatabaseResetsEveryScreen() {
        Story lost = new Story("a");
        lost.report(1, Story.GANGNAM, 2);
        lost.report(2, Story.GANGNAM, 2);
        Viewing viewing = viewing(Story.HQ, lost.now());
        Screen screen = new Screen();
        viewing.join(new Session(VIEWER, screen, feedMeters, NOTHING), lost.now(), 0, 0);
        Story restored = new Story("b");

        assertThat(viewing.wants(restored.now())).isTrue();
        viewing.cut(restored.now(), 0);

        assertThat(screen.canonical()).doesNotContain("소란").contains("경찰청");
        assertThat(screen.cursor()).isEqualTo(restored.now().cursor().toString());
    }

    private Viewing viewing(UnitCode scope, Picture picture) {
        return new Viewing(new View(scope, Set.of(Clearance.GENERAL)), picture, feedMeters);
    }
}
