package kr.haetae.ledger;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Cursor;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.OperationClock;

/** A small fold: how many comments each incident has, and a digest of everything in its order. */
final class Counting implements Fold<Counting.Picture> {
    record Picture(long entries, Map<UUID, Integer> comments, int digest) {
        int comments(UUID incident) {
            return comments.getOrElse(incident, 0);
        }
    }

    @Override
    public Picture empty(Cursor genesis) {
        return new Picture(0, HashMap.empty(), 0);
    }

    @Override
    public Picture evolve(Picture picture, Entry entry) {
        if (!(entry.event() instanceof Event.IncidentCommented comment)) {
            throw new IllegalArgumentException("not a comment: " + entry.event());
        }
        int count = picture.comments(comment.incident()) + 1;
        return new Picture(picture.entries() + 1, picture.comments().put(comment.incident(), count),
                31 * picture.digest() + entry.hash().hashCode());
    }

    @Override
    public OperationClock clock(Picture picture) {
        return OperationClock.real(Instant.EPOCH);
    }
}
