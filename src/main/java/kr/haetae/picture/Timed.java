package kr.haetae.picture;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import kr.haetae.event.Decision;
import kr.haetae.event.UnitCode;

/**
 * One capability's facts that time alone brings about: a post fell silent, a planned level takes effect. Any node may ask at any
 * time; what is due has a fixed id, so that several nodes make one entry of it.
 */
@FunctionalInterface
public interface Timed {
    /**
     * What to submit.
     *
     * @param command {@link kr.haetae.event.NamedId} of the operation and "rule/entity/seq that started the clock/deadline"
     * @param unit whom it concerns
     * @param decide looks again: between asking and appending the picture may have moved on
     */
    record Due(UUID command, UnitCode unit, BiFunction<Picture, Instant, Decision> decide) {}

    /** Whether it goes on once the operation is closed; most rules end with it. */
    default boolean outlivesOperation() {
        return false;
    }

    /**
     * What is due. Pure; asked about twice a second while the operation is open, on a worker thread, so it may take some milliseconds.
     *
     * @param now the operation's time; never before the picture's last entry
     */
    List<Due> due(Picture picture, Instant now);
}
