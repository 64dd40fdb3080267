package kr.haetae.drill;

import java.time.Instant;
import java.util.UUID;
import kr.haetae.drill.Call.Body;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.IncidentSource;
import org.jspecify.annotations.Nullable;

/** What is reported, and what a room makes of it. */
sealed interface IncidentAct extends Act {
    /**
     * An officer's own report, or one that a room enters.
     *
     * @param callNumber of a 112 call
     * @param reporter who says so, when a room enters it
     */
    record ReportIncident(UUID post, IncidentKind incident, int code, String text, IncidentSource source,
            @Nullable String callNumber, @Nullable String reporter) implements IncidentAct {
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

    record Acknowledge(UUID incident) implements IncidentAct {
        @Override
        public Kind kind() {
            return Kind.ACKNOWLEDGEMENT;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/incidents/" + incident + "/acknowledgement", new Body());
        }
    }

    record Comment(UUID incident, String text) implements IncidentAct {
        @Override
        public Kind kind() {
            return Kind.COMMENT;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/incidents/" + incident + "/comments", new Body().with("text", text));
        }
    }

    record Dispatch(UUID incident, String note) implements IncidentAct {
        @Override
        public Kind kind() {
            return Kind.DISPATCH;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/incidents/" + incident + "/dispatches", new Body().with("note", note));
        }
    }

    record Resolve(UUID incident, String note) implements IncidentAct {
        @Override
        public Kind kind() {
            return Kind.RESOLUTION;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/incidents/" + incident + "/resolution", new Body().with("note", note));
        }
    }

    record Close(UUID incident, IncidentOutcome outcome) implements IncidentAct {
        @Override
        public Kind kind() {
            return Kind.CLOSURE;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/incidents/" + incident + "/closure", new Body().with("outcome", outcome));
        }
    }
}
