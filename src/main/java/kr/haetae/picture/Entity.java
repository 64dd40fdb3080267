package kr.haetae.picture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something a screen holds: replaced whole, found by its key. Implementations are records; their fields are what goes on the wire. */
public interface Entity {
    Key key();

    Audience audience();

    /** What it adds to the tallies of its unit and of every unit above. */
    default Contribution contribution() {
        return Contribution.NONE;
    }

    /**
     * From when on time alone may bring something about for it ({@link Timed}); null while nothing. A rule that asks
     * {@link Picture#timedUntil} sees it from then on, so it must be no later than what the rule finds.
     */
    default @Nullable Instant timedFrom() {
        return null;
    }

    /** Whether an election commission sees it when it is shared with it; nothing else leaves the police. */
    default boolean leavesPolice() {
        return false;
    }

    /**
     * Whether {@link Picture#chronicleBefore} lists it and {@link Picture#trace} follows it. An entry may give birth to one such entity
     * of a kind at most, so that a page of the chronicle can end anywhere.
     */
    default boolean chronicled() {
        return false;
    }
}
