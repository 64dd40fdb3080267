package kr.haetae.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Cursor;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Hash REQUEST = Hash.of("request".getBytes(StandardCharsets.UTF_8));
    private static final Instant NOW = Instant.parse("2026-06-03T10:00:00.5Z");

    private final UUID ledger = UUID.randomUUID();
    private final Counting fold = new Counting();

    /** The clock is measured anew every ten seconds, and may go back by what the last measure was off, between two commands too. */
    @Test
    void timesNeverDecreaseWithinABatchThoughTheClockGoesBack() {
        Hash genesis = Hash.of("genesis".getBytes(StandardCharsets.UTF_8));
        Instant before = NOW.minusSeconds(1);
        Batch<Counting.Picture> batch = new Batch<>(ledger, fold,
                Head.of(fold.empty(Cursor.of(0, genesis)), 0, genesis, before, before), new Salts());

        batch.decide(comment(), NOW);
        batch.decide(comment(), NOW.minusMillis(3));
        batch.decide(comment(), NOW.plusMillis(2));

        List<Entry> entries = batch.entries();
        assertThat(entries).extracting(Entry::realAt).containsExactly(NOW, NOW, NOW.plusMillis(2));
        assertThat(entries).extracting(Entry::at).containsExactly(NOW, NOW, NOW.plusMillis(2));
    }

    private static Pending<Counting.Picture> comment() {
        return new Pending<>(new Submission<>(UUID.randomUUID(), Entry.SYSTEM, UnitCode.HEADQUARTERS, REQUEST,
                (picture, at) -> Decision.accept(new Event.IncidentCommented(new UUID(0, 1), "말",
                        new Person(null, null, null)))),
                0);
    }
}
