package kr.haetae.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.haetae.auth.LoginSession;
import org.junit.jupiter.api.Test;

/** The hello flood of ops/faults: one log-in opened some 700 sockets a second, and the others' p99 was seven times the usual. */
class OpeningsTest {
    private final Feed feed = new Feed(viewer -> Optional.empty());

    @Test
    void oneLogInOpensSocketsOnlySoOften() {
        LoginSession hasty = session();

        assertThat(IntStream.range(0, Feed.OPENINGS).allMatch(opening -> feed.admits(hasty))).isTrue();

        assertThat(feed.admits(hasty)).isFalse();
        assertThat(feed.admits(session())).isTrue();
    }

    @Test
    void oneLogInIsSentWholeViewsOnlySoOften() {
        LoginSession greedy = session();

        assertThat(IntStream.range(0, Feed.WHOLES).allMatch(view -> feed.grantsWhole(greedy))).isTrue();

        assertThat(feed.grantsWhole(greedy)).isFalse();
        assertThat(feed.grantsWhole(session())).isTrue();
        assertThat(feed.admits(greedy)).isTrue();
    }

    private static LoginSession session() {
        return new LoginSession(UUID.randomUUID(), UUID.randomUUID(), 1);
    }
}
