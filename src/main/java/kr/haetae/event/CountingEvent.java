package kr.haetae.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The police at a counting centre (개표소 경비). All times are the operation's, a device's clock corrected. */
public sealed interface CountingEvent extends Event.Operational {
    UUID post();

    /** What is not named stays. */
    record CordonsSet(UUID post, List<CordonStrength> cordons, Person by) implements CountingEvent {
        public CordonsSet {
            cordons = List.copyOf(cordons);
        }
    }

    /** @param contact call sign or telephone */
    record CountingCommanderNamed(UUID post, Person commander, @Nullable String contact, Person by)
            implements
                CountingEvent {}

    record CountingStageReached(UUID post, CountingStage stage, Instant at, Person by) implements CountingEvent {}

    /** It had not come so far; {@code stage}: what it had reached, absent if nothing. */
    record CountingStageCorrected(UUID post, @Nullable CountingStage stage, String reason, Person by)
            implements
                CountingEvent {}

    /** The commission says that the count is over; what the police there say is their own. */
    record CountingEndReported(UUID post, UnitCode commission, Instant at, Person by) implements CountingEvent {}
}
