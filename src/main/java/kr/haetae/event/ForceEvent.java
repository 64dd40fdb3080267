package kr.haetae.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to people: strength, deployments, reserves. */
public sealed interface ForceEvent extends Event.Operational {
    /** At most 500; replaces forces of the same id. */
    record StrengthSet(String source, List<ForceStrength> forces, Person by) implements ForceEvent {
        public StrengthSet {
            forces = List.copyOf(forces);
        }
    }

    /** At most 500; replaces deployments of the same id that have not begun. */
    record DeploymentsPlanned(String source, List<PlannedDeployment> deployments, Person by) implements ForceEvent {
        public DeploymentsPlanned {
            deployments = List.copyOf(deployments);
        }
    }

    /** @param reason why, when it is entered for somebody else or later */
    record DeploymentMoved(
            UUID deployment, DeploymentState to, Occurrence occurred, @Nullable String reason, Person by)
            implements
                ForceEvent {}

    /**
     * An officer arrived (도착) at a post.
     *
     * @param deployment the duty that it belongs to; absent: unplanned
     * @param who the officer; differs from {@code enteredBy} when a supervisor entered it for him
     */
    record CheckedIn(
            UUID post,
            UnitCode unit,
            @Nullable UUID deployment,
            Person who,
            Occurrence occurred,
            @Nullable Position position,
            @Nullable String reason,
            Person enteredBy)
            implements
                ForceEvent {}

    /** Somebody left a post without being relieved: ill, called away, or there by mistake. */
    record CheckedOut(UUID post, UnitCode unit, Person who, Occurrence occurred, @Nullable String reason,
            Person enteredBy)
            implements
                ForceEvent {}

    /** One unit's deployments whose shift began while nobody was on post; at most 500. */
    record DeploymentsFellLate(UnitCode unit, List<UUID> deployments) implements ForceEvent {
        public DeploymentsFellLate {
            deployments = List.copyOf(deployments);
        }
    }

    /** One unit's deployments whose shifts began, and those whose shifts ended by the plan, found at once; at most 500. */
    record ShiftsTurned(UnitCode unit, List<UUID> began, List<UUID> ended) implements ForceEvent {
        public ShiftsTurned {
            began = List.copyOf(began);
            ended = List.copyOf(ended);
        }
    }

    /** How many people of a deployment were on post, corrected later. */
    record AttendanceCorrected(UUID deployment, int present, String reason, Person by) implements ForceEvent {}

    record ReserveRequested(
            UUID request, UnitCode unit, int people, ForceKind kind, @Nullable UUID post, String reason, Person by)
            implements
                ForceEvent {}

    /** @param forces who is sent */
    record ReserveApproved(UUID request, List<UUID> forces, Person by) implements ForceEvent {
        public ReserveApproved {
            forces = List.copyOf(forces);
        }
    }

    record ReserveMoved(UUID request, ReserveState to, Instant occurredAt, @Nullable String reason, Person by)
            implements
                ForceEvent {}
}
