package kr.haetae.drill;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.haetae.drill.Call.Body;
import kr.haetae.event.CustodySide;
import org.jspecify.annotations.Nullable;

/** What is said of ballot boxes on their way, and of what does not fit. */
sealed interface TransportAct extends Act {
    /** @param seals by their numbers */
    record BoxSeen(String box, List<String> seals) {
        public BoxSeen {
            seals = List.copyOf(seals);
        }

        Map<String, Object> fields() {
            return new Body().with("box", box).with("seals", seals).fields();
        }
    }

    /** @param officers names of those in uniform */
    record Depart(UUID route, List<BoxSeen> boxes, List<String> officers, int commissionStaff) implements TransportAct {
        public Depart {
            boxes = List.copyOf(boxes);
            officers = List.copyOf(officers);
        }

        @Override
        public Kind kind() {
            return Kind.DEPARTURE;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/routes/" + route + "/departure", new Body().with("occurredAt", at)
                    .with("boxes", boxes.stream().map(BoxSeen::fields).toList())
                    .with("officers", officers.stream().map(name -> new Body().with("name", name).fields()).toList())
                    .with("commissionStaff", commissionStaff));
        }
    }

    record Pass(UUID route, String place) implements TransportAct {
        @Override
        public Kind kind() {
            return Kind.CHECKPOINT;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/routes/" + route + "/checkpoint",
                    new Body().with("occurredAt", at).with("place", place));
        }
    }

    record StopOnTheWay(UUID route, String reason) implements TransportAct {
        @Override
        public Kind kind() {
            return Kind.STOP;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/routes/" + route + "/stop", new Body().with("occurredAt", at).with("reason", reason));
        }
    }

    record GoOn(UUID route) implements TransportAct {
        @Override
        public Kind kind() {
            return Kind.RESUMPTION;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/routes/" + route + "/resumption", new Body().with("occurredAt", at));
        }
    }

    /** @param boxes absent: not looked at one by one */
    record Arrive(UUID route, @Nullable List<BoxSeen> boxes) implements TransportAct {
        public Arrive {
            boxes = boxes == null ? null : List.copyOf(boxes);
        }

        @Override
        public Kind kind() {
            return Kind.ARRIVAL;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/routes/" + route + "/arrival", new Body().with("occurredAt", at)
                    .with("boxes", boxes == null ? null : boxes.stream().map(BoxSeen::fields).toList()));
        }
    }

    /** @param who confirms, when a room enters it */
    record HandOver(UUID route, CustodySide side, @Nullable Who who) implements TransportAct {
        @Override
        public Kind kind() {
            return side == CustodySide.GIVING ? Kind.GIVING : Kind.RECEIVING;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/routes/" + route + "/handover", new Body().with("occurredAt", at).with("side", side)
                    .with("who", who == null ? null : new Body().with("name", who.name())));
        }
    }

    record Explain(UUID discrepancy, String text) implements TransportAct {
        @Override
        public Kind kind() {
            return Kind.EXPLANATION;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/discrepancies/" + discrepancy + "/explanation", new Body().with("text", text));
        }
    }

    record Accept(UUID discrepancy) implements TransportAct {
        @Override
        public Kind kind() {
            return Kind.ACCEPTANCE;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/discrepancies/" + discrepancy + "/acceptance", new Body());
        }
    }
}
