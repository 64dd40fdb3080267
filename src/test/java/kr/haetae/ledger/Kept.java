package kr.haetae.ledger;

import io.vavr.collection.HashMap;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kr.haetae.event.Cursor;
import kr.haetae.event.Entry;
import kr.haetae.event.Hash;
import kr.haetae.event.OperationClock;

/**
 * The small fold, whose pictures are kept: a line for the counts, a line for each incident.
 *
 * @param version names the version of the fold
 * @param lie added to the count that is written
 */
record Kept(String version, int lie, AtomicInteger read) implements Fold<Counting.Picture> {
    /** A part that takes three rows. */
    private static final byte[] LONG = new byte[(2 << 20) + 5];

    private static final Counting COUNTING = new Counting();

    static Kept honest() {
        return new Kept("one", 0, new AtomicInteger());
    }

    Kept lying() {
        return new Kept(version, 1, read);
    }

    Kept ofVersion(String other) {
        return new Kept(other, lie, read);
    }

    @Override
    public Counting.Picture empty(Cursor genesis) {
        return COUNTING.empty(genesis);
    }

    @Override
    public Counting.Picture evolve(Counting.Picture picture, Entry entry) {
        return COUNTING.evolve(picture, entry);
    }

    @Override
    public OperationClock clock(Counting.Picture picture) {
        return COUNTING.clock(picture);
    }

    @Override
    public Optional<SnapshotForm<Counting.Picture>> snapshots() {
        return Optional.of(new Form());
    }

    Hash hash() {
        return Hash.of(version.getBytes(StandardCharsets.UTF_8));
    }

    private final class Form implements SnapshotForm<Counting.Picture> {
        @Override
        public Hash version() {
            return hash();
        }

        @Override
        public List<byte[]> write(Counting.Picture picture) {
            StringBuilder counts = new StringBuilder();
            picture.comments().forEach((incident, number) -> counts.append(incident).append(' ').append(number)
                    .append('\n'));
            return List.of(bytes(picture.entries() + lie + " " + picture.digest()), bytes(counts.toString()), LONG);
        }

        @Override
        public Assembly<Counting.Picture> assembly() {
            return new Reading();
        }

        @Override
        public Optional<String> difference(Counting.Picture one, Counting.Picture other) {
            return one.equals(other) ? Optional.empty() : Optional.of("the count");
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private final class Reading implements SnapshotForm.Assembly<Counting.Picture> {
        private volatile String head = "";
        private volatile String counts = "";

        @Override
        public void part(int number, byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (number == 0) {
                head = text;
            } else if (number == 1) {
                counts = text;
            } else if (!Arrays.equals(bytes, LONG)) {
                throw new IllegalArgumentException("the third part is another");
            }
        }

        @Override
        public Counting.Picture whole(Cursor cursor) {
            read.incrementAndGet();
            int space = head.indexOf(' ');
            io.vavr.collection.Map<UUID, Integer> comments = HashMap.empty();
            for (String line : counts.lines().toList()) {
                comments = comments.put(UUID.fromString(line.substring(0, 36)), Integer.valueOf(line.substring(37)));
            }
            return new Counting.Picture(Long.parseLong(head.substring(0, space)), comments,
                    Integer.parseInt(head.substring(space + 1)));
        }
    }
}
