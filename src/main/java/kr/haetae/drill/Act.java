package kr.haetae.drill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kr.haetae.drill.Call.Body;
import kr.haetae.event.Cordon;
import kr.haetae.event.CountingStage;
import kr.haetae.event.CustodySide;
import kr.haetae.event.DeploymentState;
import kr.haetae.event.DirectiveUrgency;
import kr.haetae.event.ForceKind;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.Phase;
import kr.haetae.event.PostReportKind;
import kr.haetae.event.ReserveState;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What somebody does, and the request of the API that does it. */
interface Act {
    Kind kind();

    /** @param at when it happens, by the operation's clock */
    Call call(Instant at);

    /**
     * An officer's own report, or one that a room enters.
     *
     * @param callNumber of a 112 call
     * @param reporter who says so, when a room enters it
     */
    record ReportIncident(UUID post, IncidentKind incident, int code, String text, IncidentSource source,
            @Nullable String callNumber, @Nullable String reporter) implements Act {
        @Override
        public Kind kind() {
            return Kind.INCIDENT;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/incidents", new Body().with("kind", incident).with("code", code).with("text", text)
                    .with("post", post).with("occurredAt", at).with("source", source).with("callNumber", callNumber)
                    .with("reportedBy", reporter == null ? null : new Body().with("name", reporter)));
        }
    }

    record Acknowledge(UUID incident) implements Act {
        @Override
        public Kind kind() {
            return Kind.ACKNOWLEDGEMENT;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/incidents/" + incident + "/acknowledgement", new Body());
        }
    }

    record Comment(UUID incident, String text) implements Act {
        @Override
        public Kind kind() {
            return Kind.COMMENT;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/incidents/" + incident + "/comments", new Body().with("text", text));
        }
    }

    record Dispatch(UUID incident, String note) implements Act {
        @Override
        public Kind kind() {
            return Kind.DISPATCH;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/incidents/" + incident + "/dispatches", new Body().with("note", note));
        }
    }

    record Resolve(UUID incident, String note) implements Act {
        @Override
        public Kind kind() {
            return Kind.RESOLUTION;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/incidents/" + incident + "/resolution", new Body().with("note", note));
        }
    }

    record Close(UUID incident, IncidentOutcome outcome) implements Act {
        @Override
        public Kind kind() {
            return Kind.CLOSURE;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/incidents/" + incident + "/closure", new Body().with("outcome", outcome));
        }
    }

    /** Somebody for whom a room enters something. */
    record Who(String name, UnitCode unit) {
        Body body() {
            return new Body().with("name", name).with("unit", unit.value());
        }
    }

    /** @param who the officer, when a room checks him in */
    record CheckIn(UUID post, @Nullable Who who) implements Act {
        @Override
        public Kind kind() {
            return Kind.CHECK_IN;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/check-ins", new Body().with("post", post).with("occurredAt", at)
                    .with("who", who == null ? null : who.body())
                    .with("reason", who == null ? null : Words.BY_RADIO));
        }
    }

    /**
     * @param phase whose form was filled in
     * @param fields its answers; none but in a situation report
     * @param who the officer, when a room enters it
     */
    record Report(UUID post, PostReportKind report, Phase phase, Map<String, String> fields, @Nullable String text,
            @Nullable Who who) implements Act {
        public Report {
            fields = Map.copyOf(fields);
        }

        @Override
        public Kind kind() {
            return report == PostReportKind.SIGN_OFF ? Kind.SIGN_OFF : Kind.REPORT;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/posts/" + post + "/reports", new Body().with("kind", report).with("phase", phase)
                    .with("fields", fields.isEmpty() ? null : new TreeMap<>(fields)).with("text", text)
                    .with("occurredAt", at).with("who", who == null ? null : who.body()));
        }
    }

    record NoteSilence(UnitCode unit, String note) implements Act {
        @Override
        public Kind kind() {
            return Kind.SILENCE;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/silences/" + unit + "/acknowledgement", new Body().with("note", note));
        }
    }

    record Move(UUID deployment, DeploymentState to, @Nullable String reason) implements Act {
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

    record CorrectAttendance(UUID deployment, int present, String reason) implements Act {
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
    record Receive(UUID step) implements Act {
        @Override
        public Kind kind() {
            return Kind.RECEIPT;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/levels/{level:" + step + "}/receipt", new Body());
        }
    }

    record Muster(UUID step, UnitCode unit, int mustered) implements Act {
        @Override
        public Kind kind() {
            return Kind.MUSTER;
        }

        @Override
        public Call call(Instant at) {
            return Call.put("/levels/{level:" + step + "}/musters/" + unit, new Body().with("mustered", mustered));
        }
    }

    record RequestReserve(UnitCode unit, int people, ForceKind force, UUID post, String reason) implements Act {
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

    record ApproveReserve(UUID request, List<UUID> forces) implements Act {
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

    record MoveReserve(UUID request, ReserveState to) implements Act {
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
    record Depart(UUID route, List<BoxSeen> boxes, List<String> officers, int commissionStaff) implements Act {
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

    record Pass(UUID route, String place) implements Act {
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

    record StopOnTheWay(UUID route, String reason) implements Act {
        @Override
        public Kind kind() {
            return Kind.STOP;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/routes/" + route + "/stop", new Body().with("occurredAt", at).with("reason", reason));
        }
    }

    record GoOn(UUID route) implements Act {
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
    record Arrive(UUID route, @Nullable List<BoxSeen> boxes) implements Act {
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
    record HandOver(UUID route, CustodySide side, @Nullable Who who) implements Act {
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

    record Explain(UUID discrepancy, String text) implements Act {
        @Override
        public Kind kind() {
            return Kind.EXPLANATION;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/discrepancies/" + discrepancy + "/explanation", new Body().with("text", text));
        }
    }

    record Accept(UUID discrepancy) implements Act {
        @Override
        public Kind kind() {
            return Kind.ACCEPTANCE;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/discrepancies/" + discrepancy + "/acceptance", new Body());
        }
    }

    /** @param seals put on before observers, by their numbers */
    record OpenStorage(UUID post, int boxes, List<String> seals, int observers) implements Act {
        public OpenStorage {
            seals = List.copyOf(seals);
        }

        @Override
        public Kind kind() {
            return Kind.STORAGE;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/storages/" + post + "/opening", new Body().with("boxes", boxes).with("seals", seals)
                    .with("observers", observers).with("at", at));
        }
    }

    record MakeRound(UUID post) implements Act {
        @Override
        public Kind kind() {
            return Kind.ROUND;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/storages/" + post + "/rounds", new Body().with("at", at));
        }
    }

    /** @param seals as they were read */
    record CheckSeals(UUID post, List<String> seals) implements Act {
        public CheckSeals {
            seals = List.copyOf(seals);
        }

        @Override
        public Kind kind() {
            return Kind.SEALS;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/storages/" + post + "/seal-checks",
                    new Body().with("seals", seals).with("intact", true).with("at", at));
        }
    }

    record ClearStorage(UUID post) implements Act {
        @Override
        public Kind kind() {
            return Kind.STORAGE_CLEARED;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/storages/" + post + "/clearance", new Body().with("at", at));
        }
    }

    /** @param strengths of the three cordons, planned and there */
    record SetCordons(UUID post, List<Integer> strengths) implements Act {
        public SetCordons {
            strengths = List.copyOf(strengths);
        }

        @Override
        public Kind kind() {
            return Kind.CORDONS;
        }

        @Override
        public Call call(Instant at) {
            List<Map<String, Object>> cordons = new ArrayList<>();
            for (Cordon cordon : Cordon.values()) {
                int people = strengths.get(cordons.size());
                cordons.add(new Body().with("cordon", cordon).with("planned", people).with("actual", people).fields());
            }
            return Call.put("/counting-centres/" + post + "/cordons", new Body().with("cordons", cordons));
        }
    }

    record ReachStage(UUID post, CountingStage stage) implements Act {
        @Override
        public Kind kind() {
            return Kind.STAGE;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/counting-centres/" + post + "/stage", new Body().with("stage", stage).with("at", at));
        }
    }

    /**
     * @param to the unit with all below it
     * @param decision of a conference, out of which it is born
     */
    record Direct(UnitCode to, DirectiveUrgency urgency, String title, String text, Instant due,
            @Nullable UUID decision) implements Act {
        @Override
        public Kind kind() {
            return Kind.DIRECTIVE;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/directives", new Body().with("to", List.of(to.value())).with("below", true)
                    .with("urgency", urgency).with("title", title).with("text", text).with("due", due)
                    .with("decision", decision));
        }
    }

    record AcknowledgeDirective(UUID directive) implements Act {
        @Override
        public Kind kind() {
            return Kind.DIRECTIVE_NOTED;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/directives/" + directive + "/acknowledgement", new Body());
        }
    }

    record CompleteDirective(UUID directive, String note) implements Act {
        @Override
        public Kind kind() {
            return Kind.DIRECTIVE_DONE;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/directives/" + directive + "/done", new Body().with("note", note));
        }
    }
}
