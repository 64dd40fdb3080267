package kr.haetae.drill;

import java.time.Instant;
import java.util.UUID;
import kr.haetae.drill.Call.Body;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.LiaisonMatter;
import org.jspecify.annotations.Nullable;

/** What an election commission's liaison tells the police. */
sealed interface LiaisonAct extends Act {
    /**
     * @param incident null with an outage of the register, which says what it is
     * @param reporter who called the liaison
     */
    record Tell(LiaisonMatter matter, @Nullable IncidentKind incident, UUID post, String text, String reporter)
            implements
                LiaisonAct {
        @Override
        public Kind kind() {
            return Kind.LIAISON_REPORT;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/liaison/reports", new Body().with("matter", matter).with("kind", incident)
                    .with("post", post).with("text", text).with("reporter", reporter).with("occurredAt", at));
        }
    }

    /** The count at the post is over, as the commission says it. */
    record TellEnd(UUID post) implements LiaisonAct {
        @Override
        public Kind kind() {
            return Kind.COUNT_END;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/liaison/count-ends", new Body().with("post", post).with("at", at));
        }
    }
}
