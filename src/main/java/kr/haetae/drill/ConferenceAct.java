package kr.haetae.drill;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.haetae.drill.Call.Body;
import kr.haetae.event.UnitCode;

/** What is done around a command conference; the conference's id is that of the command which convened it. */
sealed interface ConferenceAct extends Act {
    /** A name that never leads anywhere (RFC 2606): nobody meets at a drill's conference. */
    String LINK = "https://conference.invalid/drill";

    record Convene(List<UnitCode> to, String title, Instant startsAt, int minutes, List<String> agenda)
            implements
                ConferenceAct {
        public Convene {
            to = List.copyOf(to);
            agenda = List.copyOf(agenda);
        }

        @Override
        public Kind kind() {
            return Kind.CONFERENCE;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/conferences", new Body().with("to", to.stream().map(UnitCode::value).toList())
                    .with("below", false).with("title", title).with("startsAt", startsAt).with("minutes", minutes)
                    .with("link", LINK)
                    .with("agenda", agenda.stream().map(item -> Map.of("text", item)).toList()));
        }
    }

    record Start(UUID conference) implements ConferenceAct {
        @Override
        public Kind kind() {
            return Kind.CONFERENCE_STARTED;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/conferences/" + conference + "/start", new Body());
        }
    }

    record Join(UUID conference) implements ConferenceAct {
        @Override
        public Kind kind() {
            return Kind.CONFERENCE_JOINED;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/conferences/" + conference + "/attendance", new Body());
        }
    }

    record Miss(UUID conference, String reason) implements ConferenceAct {
        @Override
        public Kind kind() {
            return Kind.CONFERENCE_ABSENT;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/conferences/" + conference + "/absence", new Body().with("reason", reason));
        }
    }

    record Decide(UUID conference, String text) implements ConferenceAct {
        @Override
        public Kind kind() {
            return Kind.CONFERENCE_DECIDED;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/conferences/" + conference + "/decisions", new Body().with("text", text));
        }
    }

    record End(UUID conference) implements ConferenceAct {
        @Override
        public Kind kind() {
            return Kind.CONFERENCE_ENDED;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/conferences/" + conference + "/end", new Body());
        }
    }
}
