package kr.haetae.force;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.DeploymentState;
import kr.haetae.event.ForceKind;
import kr.haetae.event.ForceStrength;
import kr.haetae.event.Occurrence;
import kr.haetae.event.Person;
import kr.haetae.event.PlannedDeployment;
import kr.haetae.event.Position;
import kr.haetae.event.ReserveState;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What one can ask for concerning people. */
public sealed interface ForceCommand {
    /** Rows in one entry at most, so that a big import freezes nobody. */
    int ROWS = 500;

    /**
     * Somebody whom a supervisor checks in or out.
     *
     * @param post his own post, when his account has one
     */
    record Officer(Person person, @Nullable UUID post) {}

    /** At most {@link #ROWS}; those that stand already just so are passed over. {@code source}: what the list is, for the record. */
    record SetStrength(String source, List<ForceStrength> forces) implements ForceCommand {
        public SetStrength {
            forces = List.copyOf(forces);
        }
    }

    /** As {@link SetStrength}; the id of a deployment is {@link ForceId#of(PlannedDeployment)}. */
    record Plan(String source, List<PlannedDeployment> deployments) implements ForceCommand {
        public Plan {
            deployments = List.copyOf(deployments);
        }
    }

    record Move(UUID deployment, DeploymentState to, Occurrence occurred, @Nullable String reason)
            implements
                ForceCommand {}

    record CorrectAttendance(UUID deployment, int present, String reason) implements ForceCommand {}

    /**
     * @param post absent: the officer's own
     * @param who absent: the author himself
     */
    record CheckIn(
            @Nullable UUID post, Occurrence occurred, @Nullable Position position, @Nullable Officer who,
            @Nullable String reason)
            implements
                ForceCommand {}

    /** Ends somebody's presence, wherever he is; {@code who} absent: the author's own. */
    record CheckOut(Occurrence occurred, @Nullable Officer who, @Nullable String reason) implements ForceCommand {}

    /** @param unit absent: the post's or the author's own */
    record RequestReserve(
            UUID request, @Nullable UnitCode unit, int people, ForceKind kind, @Nullable UUID post, String reason)
            implements
                ForceCommand {}

    record ApproveReserve(UUID request, List<UUID> forces) implements ForceCommand {
        public ApproveReserve {
            forces = List.copyOf(forces);
        }
    }

    /** @param occurredAt absent: now */
    record MoveReserve(UUID request, ReserveState to, @Nullable Instant occurredAt, @Nullable String reason)
            implements
                ForceCommand {}
}
