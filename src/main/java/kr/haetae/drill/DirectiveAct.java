package kr.haetae.drill;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.drill.Call.Body;
import kr.haetae.event.DirectiveUrgency;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What headquarters orders, and what rooms answer. */
sealed interface DirectiveAct extends Act {
    /**
     * @param to the unit with all below it
     * @param decision of a conference, out of which it is born
     */
    record Direct(UnitCode to, DirectiveUrgency urgency, String title, String text, Instant due,
            @Nullable UUID decision) implements DirectiveAct {
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

    record AcknowledgeDirective(UUID directive) implements DirectiveAct {
        @Override
        public Kind kind() {
            return Kind.DIRECTIVE_NOTED;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/directives/" + directive + "/acknowledgement", new Body());
        }
    }

    record CompleteDirective(UUID directive, String note) implements DirectiveAct {
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
