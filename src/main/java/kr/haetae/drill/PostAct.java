package kr.haetae.drill;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kr.haetae.drill.Call.Body;
import kr.haetae.event.Phase;
import kr.haetae.event.PostReportKind;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What posts say, and what is noted of their silence. */
sealed interface PostAct extends Act {
    /** @param who the officer, when a room checks him in */
    record CheckIn(UUID post, @Nullable Who who) implements PostAct {
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
            @Nullable Who who) implements PostAct {
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

    record NoteSilence(UnitCode unit, String note) implements PostAct {
        @Override
        public Kind kind() {
            return Kind.SILENCE;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/silences/" + unit + "/acknowledgement", new Body().with("note", note));
        }
    }
}
