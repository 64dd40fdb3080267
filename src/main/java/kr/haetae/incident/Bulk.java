package kr.haetae.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.Reason;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/**
 * One step for many incidents. No incident stands in it twice, so that what is decided of one does not depend on the others. Pure.
 */
public final class Bulk {
    /** @param seen the incident's {@code seq} as the author saw it; absent: as it is now */
    public record Item(UUID incident, @Nullable Long seen) {}

    private final Author author;
    private final Function<UUID, IncidentCommand> step;

    /** {@code step}: what is asked for each of them. */
    public Bulk(Author author, Function<UUID, IncidentCommand> step) {
        this.author = author;
        this.step = step;
    }

    /** What becomes of one of them. */
    public Decision one(Picture picture, Instant at, Item item) {
        return changed(picture, author, item)
                .orElseGet(() -> Incidents.decide(picture, at, author, step.apply(item.incident())));
    }

    /** All or none; refused with one fault for each that cannot be, at {@code /incidents/<place>}. */
    public Decision all(Picture picture, Instant at, List<Item> items) {
        List<Event> events = new ArrayList<>();
        List<Decision.Fault> faults = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            switch (one(picture, at, items.get(i))) {
                case Decision.Accepted accepted -> events.addAll(accepted.events());
                case Decision.Refused refused -> faults.add(
                        new Decision.Fault("/incidents/" + i, refused.reason().code(), refused.detail()));
            }
        }
        return faults.isEmpty() ? new Decision.Accepted(events) : Decision.refuse(Reason.NOT_FOR_ALL, faults);
    }

    /**
     * The refusal, when somebody did something about it since it was seen. Only told to whom may see it: what was done to others'
     * incidents is not his to know.
     */
    public static Optional<Decision> changed(Picture picture, Author author, Item item) {
        Long seen = item.seen();
        return Incidents.visible(picture, author, item.incident())
                .flatMap(visible -> picture.held(visible.key()))
                .map(Held::seq)
                .filter(now -> seen != null && !seen.equals(now))
                .map(now -> Decision.refuse(Reason.CHANGED_MEANWHILE,
                        "The incident has changed since you looked at it; see what was done, then decide again."));
    }
}
