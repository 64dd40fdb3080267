package kr.haetae.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Police inside a polling place, at somebody's request (투표소 출입; Public Official Election Act §163, §166). */
public sealed interface VisitEvent extends Event.Operational {
    UUID visit();

    /**
     * @param unit the post's, as it was then
     * @param askedAt by the operation's clock, as are the others; a device's clock is corrected already
     * @param officers how many went in
     * @param incident what it was about, if an incident
     */
    record VisitRecorded(
            UUID visit,
            UUID post,
            UnitCode unit,
            VisitAsker askedBy,
            Instant askedAt,
            Instant enteredAt,
            int officers,
            boolean inUniform,
            String reason,
            @Nullable UUID incident,
            Person by)
            implements
                VisitEvent {}

    record VisitEnded(UUID visit, Instant leftAt, Person by) implements VisitEvent {}

    /** Absent stays. */
    record VisitCorrected(
            UUID visit,
            @Nullable VisitAsker askedBy,
            @Nullable Instant askedAt,
            @Nullable Instant enteredAt,
            @Nullable Instant leftAt,
            @Nullable Integer officers,
            @Nullable Boolean inUniform,
            String reason,
            Person by)
            implements
                VisitEvent {}
}
