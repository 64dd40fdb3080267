package kr.haetae.picture;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.directive.Conference;
import kr.haetae.directive.ConferenceRoom;
import kr.haetae.directive.Directive;
import kr.haetae.directive.DirectiveRoom;
import kr.haetae.event.AgendaItem;
import kr.haetae.event.ChaseRule;
import kr.haetae.event.ConferenceEvent;
import kr.haetae.event.ConferenceState;
import kr.haetae.event.DirectiveEvent;
import kr.haetae.event.DirectiveRoomState;
import kr.haetae.event.DirectiveSettings;
import kr.haetae.event.DirectiveState;
import kr.haetae.event.DirectiveUrgency;
import kr.haetae.event.NamedId;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What a random story tells of directives and conferences: also in an order that no decision would let through. */
public final class DirectiveSteps {
    private static final List<List<UnitCode>> ROOMS = List.of(Story.UNITS, Story.STATIONS,
            List.of(Story.SEOUL), List.of(Story.BUSAN, Story.SAHA));

    private DirectiveSteps() {}

    public static UUID directive(int number) {
        return NamedId.of(Story.OPERATION, "directive" + number);
    }

    public static UUID conference(int number) {
        return NamedId.of(Story.OPERATION, "conference" + number);
    }

    static UUID decision(int number) {
        return NamedId.of(Story.OPERATION, "decision" + number);
    }

    static void issue(Story story, int number, int variant, String words) {
        List<UnitCode> rooms = ROOMS.get(variant % ROOMS.size());
        Instant due = variant % 2 == 0 ? Story.START.plusSeconds(7_200) : null;
        @Nullable
        UUID old = variant == 3 && number > 0 ? directive(number - 1) : null;
        story.tell(new DirectiveEvent.DirectiveIssued(directive(number), "본청 지시 " + number, Story.HQ, rooms, false,
                rooms, variant < 2 ? List.of() : List.of(PostKind.POLLING_PLACE),
                List.of(DirectiveUrgency.values()).get(variant % 3), words, words, due, old,
                variant == 1 ? decision(number) : null, Story.OTHER));
    }

    static void directives(Story story, Stories.Step step) {
        UUID id = directive(step.which() % 4);
        UnitCode unit = Story.UNITS.get((step.station() + step.code()) % Story.UNITS.size());
        switch (step.what() - 49 + 3 * (step.which() % 3)) {
            case 0 -> issue(story, step.which() % 4, step.station(), "순찰");
            case 1 -> story.tell(new DirectiveEvent.DirectiveRead(id, unit, Story.SOMEBODY));
            case 2 -> story.tell(new DirectiveEvent.DirectiveAcknowledged(id, unit, Story.SOMEBODY));
            case 3 -> story.tell(new DirectiveEvent.DirectiveDone(id, unit, null, Story.SOMEBODY));
            case 4 -> story.tell(new DirectiveEvent.DirectiveReopened(id, unit, "누락", Story.OTHER));
            case 5 -> story.tell(new DirectiveEvent.DirectivesChased(id, List.of(unit), step.code(), null));
            case 6 -> story.tell(step.code() % 2 == 0 ? new DirectiveEvent.DirectiveWithdrawn(id, "종료", Story.OTHER)
                    : new DirectiveEvent.DirectiveConcluded(id));
            case 7 -> story.tell(new DirectiveEvent.DirectivePostAcknowledged(id,
                    NamedId.of(Story.OPERATION, "post" + step.code()), unit, Story.SOMEBODY));
            default -> story.tell(new DirectiveEvent.DirectiveSettingsChanged(new DirectiveSettings(List.of(
                    new ChaseRule(DirectiveUrgency.URGENT, step.code() + 1, 5))), Story.OTHER));
        }
    }

    static void conferences(Story story, Stories.Step step) {
        UUID id = conference(step.which() % 3);
        UnitCode unit = Story.UNITS.get((step.station() + step.code()) % Story.UNITS.size());
        List<AgendaItem> agenda = List.of(new AgendaItem(id, "회송"));
        List<UnitCode> rooms = ROOMS.get(step.station());
        switch (step.what() - 52 + 2 * step.code()) {
            case 0, 1 -> convene(story, step.which() % 3, rooms);
            case 2 -> story.tell(new ConferenceEvent.ConferenceChanged(id, rooms, false, "변경", Story.START, 30, agenda,
                    "https://video.police.example/2", rooms, Story.OTHER));
            case 3 -> story.tell(new ConferenceEvent.ConferenceStarted(id, Story.OTHER));
            case 4 -> story.tell(new ConferenceEvent.ConferenceJoined(id, unit, Story.SOMEBODY));
            case 5 -> story.tell(new ConferenceEvent.ConferenceLeft(id, unit, Story.SOMEBODY));
            case 6 -> story.tell(new ConferenceEvent.ConferenceItemNoted(id, new UUID(3, story.length()), null, "보고",
                    Story.OTHER));
            case 7 -> story.tell(new ConferenceEvent.ConferenceDecided(id, decision(step.which() % 3), id, "증원",
                    Story.OTHER));
            case 8 -> story.tell(new ConferenceEvent.ConferenceItemAdded(id,
                    new AgendaItem(new UUID(4, story.length()), "우천"), Story.OTHER));
            default -> story.tell(step.station() == 0 ? new ConferenceEvent.ConferenceCancelled(id, "취소", Story.OTHER)
                    : new ConferenceEvent.ConferenceEnded(id, Story.OTHER));
        }
    }

    private static void convene(Story story, int number, List<UnitCode> rooms) {
        story.tell(new ConferenceEvent.ConferenceConvened(conference(number), "본청 회의 " + number, Story.HQ, rooms, false,
                "점검", Story.START, null, List.of(), "https://video.police.example/1", rooms, Story.OTHER));
    }

    /** What is said with them, as decisions let it happen. */
    static void words(Story story, int what, int which, String word) {
        UUID id = directive(which);
        DirectiveState state = story.now().find(Directive.key(id), Directive.class).map(Directive::state).orElse(null);
        DirectiveRoomState room = story.now().find(DirectiveRoom.key(id, Story.GANGNAM), DirectiveRoom.class)
                .map(DirectiveRoom::state).orElse(null);
        if (what == 35 && state == null) {
            issue(story, which, 1, word);
        } else if (what == 36 && state == DirectiveState.OPEN && room != DirectiveRoomState.DONE) {
            story.tell(new DirectiveEvent.DirectiveDone(id, Story.GANGNAM, word, Story.SOMEBODY));
        } else if (what == 37 && room == DirectiveRoomState.DONE && state == DirectiveState.OPEN) {
            story.tell(new DirectiveEvent.DirectiveReopened(id, Story.GANGNAM, word, Story.OTHER));
        } else if (what == 38 && state == DirectiveState.OPEN) {
            story.tell(new DirectiveEvent.DirectiveWithdrawn(id, word, Story.OTHER));
        } else if (what > 38) {
            said(story, what, which, word);
        }
    }

    private static void said(Story story, int what, int which, String word) {
        UUID id = conference(which);
        ConferenceState state = story.now().find(Conference.key(id), Conference.class).map(Conference::state)
                .orElse(null);
        boolean joined = story.now().find(ConferenceRoom.key(id, Story.GANGNAM), ConferenceRoom.class)
                .filter(it -> it.joinedAt() != null).isPresent();
        if (state == null) {
            convene(story, which, Story.UNITS);
        } else if (what == 39) {
            story.tell(new ConferenceEvent.ConferenceItemNoted(id, NamedId.of(id, word), null, word, Story.OTHER));
        } else if (what == 40) {
            story.tell(new ConferenceEvent.ConferenceDecided(id, NamedId.of(id, word), null, word, Story.OTHER));
        } else if (what == 41 && !joined && !state.over()) {
            story.tell(new ConferenceEvent.ConferenceAbsent(id, Story.GANGNAM, word, Story.SOMEBODY));
        } else if (what == 42 && state == ConferenceState.CONVENED) {
            story.tell(new ConferenceEvent.ConferenceCancelled(id, word, Story.OTHER));
        }
    }
}
