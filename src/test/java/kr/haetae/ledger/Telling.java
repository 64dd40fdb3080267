package kr.haetae.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kr.haetae.event.Cursor;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.OperationClock;

/** A fold that keeps every comment's text by its seq, and forgets what is erased; its pictures are kept as plain text. */
final class Telling implements Fold<SortedMap<Long, String>> {
    private static final Form FORM = new Form();

    @Override
    public SortedMap<Long, String> empty(Cursor genesis) {
        return new TreeMap<>();
    }

    @Override
    public SortedMap<Long, String> evolve(SortedMap<Long, String> picture, Entry entry) {
        SortedMap<Long, String> next = new TreeMap<>(picture);
        switch (entry.event()) {
            case Event.IncidentCommented e -> next.put(entry.seq(), e.text());
            case ErasureEvent.EntryErased e -> next.put(e.seq(), ((Event.IncidentCommented) e.redacted()).text());
            default -> throw new IllegalArgumentException("not told: " + entry.event());
        }
        return next;
    }

    @Override
    public OperationClock clock(SortedMap<Long, String> picture) {
        return OperationClock.real(Instant.EPOCH);
    }

    @Override
    public Optional<SnapshotForm<SortedMap<Long, String>>> snapshots() {
        return Optional.of(FORM);
    }

    private static final class Form implements SnapshotForm<SortedMap<Long, String>> {
        @Override
        public Hash version() {
            return Hash.of("telling".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public List<byte[]> write(SortedMap<Long, String> picture) {
            StringBuilder lines = new StringBuilder();
            picture.forEach((seq, text) -> lines.append(seq).append(' ').append(text).append('\n'));
            return List.of(lines.toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Assembly<SortedMap<Long, String>> assembly() {
            SortedMap<Long, String> read = new TreeMap<>();
            return new Assembly<>() {
                @Override
                public void part(int number, byte[] bytes) {
                    new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> read
                            .put(Long.valueOf(line.substring(0, line.indexOf(' '))), line.substring(line.indexOf(' ')
                                    + 1)));
                }

                @Override
                public SortedMap<Long, String> whole(Cursor cursor) {
                    return read;
                }
            };
        }

        @Override
        public Optional<String> difference(SortedMap<Long, String> one, SortedMap<Long, String> other) {
            return one.equals(other) ? Optional.empty() : Optional.of("what was told");
        }
    }
}
