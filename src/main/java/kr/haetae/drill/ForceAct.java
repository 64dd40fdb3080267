package kr.haetae.drill;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.drill.Call.Body;
import kr.haetae.event.DeploymentState;
import kr.haetae.event.ForceKind;
import kr.haetae.event.ReserveState;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** Where people are moved, and how orders are received. */
sealed interface ForceAct extends Act {
    record Move(UUID deployment, DeploymentState to, @Nullable String reason) implements ForceAct {
        @Override
        public Kind kind() {
            return Kind.MOVEMENT;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/deployments/" + deployment + "/movement",
                    new Body().with("to", to).with("occurredAt", at).with("reason", reason));
        }
    }

    record CorrectAttendance(UUID deployment, int present, String reason) implements ForceAct {
        @Override
        public Kind kind() {
            return Kind.ATTENDANCE;
        }

        @Override
        public Call call(Instant at) {
            return Call.put("/deployments/" + deployment + "/attendance",
                    new Body().with("present", present).with("reason", reason));
        }
    }

    /** @param step of the level plan */
    record Receive(UUID step) implements ForceAct {
        @Override
        public Kind kind() {
            return Kind.RECEIPT;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/levels/{level:" + step + "}/receipt", new Body());
        }
    }

    record Muster(UUID step, UnitCode unit, int mustered) implements ForceAct {
        @Override
        public Kind kind() {
            return Kind.MUSTER;
        }

        @Override
        public Call call(Instant at) {
            return Call.put("/levels/{level:" + step + "}/musters/" + unit, new Body().with("mustered", mustered));
        }
    }

    record RequestReserve(UnitCode unit, int people, ForceKind force, UUID post, String reason) implements ForceAct {
        @Override
        public Kind kind() {
            return Kind.RESERVE;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/reserves", new Body().with("unit", unit.value()).with("people", people)
                    .with("forceKind", force).with("post", post).with("reason", reason));
        }
    }

    record ApproveReserve(UUID request, List<UUID> forces) implements ForceAct {
        @Override
        public Kind kind() {
            return Kind.RESERVE_APPROVAL;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/reserves/" + request + "/approval",
                    new Body().with("forces", forces.stream().map(UUID::toString).toList()));
        }
    }

    record MoveReserve(UUID request, ReserveState to) implements ForceAct {
        @Override
        public Kind kind() {
            return Kind.RESERVE_MOVEMENT;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/reserves/" + request + "/movement",
                    new Body().with("to", to).with("occurredAt", at));
        }
    }
}
