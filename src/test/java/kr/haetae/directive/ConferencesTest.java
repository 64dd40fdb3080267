package kr.haetae.directive;

import static kr.haetae.directive.Ordering.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.haetae.event.AgendaItem;
import kr.haetae.event.ConferenceState;
import kr.haetae.event.DirectiveUrgency;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class ConferencesTest {
    private static final UUID ID = id(7);
    private static final AgendaItem ROUTES = new AgendaItem(new UUID(2, 1), "회송 경로");
    private static final AgendaItem RAIN = new AgendaItem(new UUID(2, 2), "우천 대비");

    private final Ordering told = new Ordering();

    @BeforeEach
    void convened() {
        told.does(HQ, new ConferenceCommand.Convene(ID, terms(List.of(ROUTES), Story.SEOUL)));
    }

    @Test
    void fromInvitationToMinutes() {
        assertThat(conference().number()).isEqualTo("본청 회의 1");
        assertThat(conference().invited()).containsExactly(Story.SEOUL, Story.GANGNAM, Story.JONGNO);
        assertThat(told.holds(Story.GANGNAM, conference())).isTrue();
        assertThat(told.holds(Story.BUSAN, conference())).isFalse();
        told.does(JONGNO, new ConferenceCommand.BeAbsent(ID, null, "현장 지휘"));
        told.does(SEOUL, new ConferenceCommand.Join(ID, null));
        told.does(HQ, new ConferenceCommand.Start(ID));
        told.does(SEOUL, new ConferenceCommand.Join(ID, Story.GANGNAM));
        told.does(HQ, new ConferenceCommand.AddItem(ID, RAIN));
        told.does(HQ, new ConferenceCommand.Note(ID, new UUID(3, 1), ROUTES.item(), "점검 완료"));
        told.does(HQ, new ConferenceCommand.Decide(ID, new UUID(3, 2), RAIN.item(), "덮개를 쓴다."));
        told.pass(Duration.ofMinutes(20));
        told.does(GANGNAM, new ConferenceCommand.Leave(ID, null));
        told.pass(Duration.ofMinutes(10));
        told.does(HQ, new ConferenceCommand.End(ID));

        assertThat(conference().state()).isEqualTo(ConferenceState.ENDED);
        assertThat(conference().agenda()).containsExactly(ROUTES, RAIN);
        assertThat(room(Story.SEOUL).leftAt()).isEqualTo(told.now());
        assertThat(room(Story.GANGNAM).leftAt()).isEqualTo(told.now().minus(Duration.ofMinutes(10)));
        assertThat(room(Story.JONGNO).absent()).isEqualTo("현장 지휘");
        assertThat(told.holds(Story.HQ, conference())).isFalse();
        told.does(HQ, new ConferenceCommand.Decide(ID, new UUID(3, 3), null, "내일 다시 연다."));
        told.refuses(SEOUL, new ConferenceCommand.Join(ID, null), Reason.CONFERENCE_OVER);
        told.refuses(HQ, new ConferenceCommand.End(ID), Reason.CONFERENCE_OVER);
    }

    @Test
    void aDirectiveIsBornOfADecision() {
        told.does(HQ, new ConferenceCommand.Start(ID));
        UUID decision = new UUID(3, 2);
        told.refuses(HQ, born(1, decision, null), Reason.UNKNOWN_DECISION);
        told.does(HQ, new ConferenceCommand.Decide(ID, decision, null, "증원한다."));
        told.refuses(SEOUL, born(1, decision, null), Reason.UNKNOWN_DECISION);
        told.does(HQ, born(1, decision, null));
        assertThat(decision(decision).directive()).isEqualTo(id(1));
        told.refuses(HQ, born(2, decision, null), Reason.ALREADY_THERE);

        told.does(HQ, born(2, null, id(1)));

        assertThat(told.directive(2).decision()).isEqualTo(decision);
        assertThat(decision(decision).directive()).isEqualTo(id(2));
    }

    @Test
    void onlyTheConvenerKeepsItAndOnlyTheInvitedAttend() {
        told.refuses(SEOUL, new ConferenceCommand.Start(ID), Reason.NOT_YOUR_CONFERENCE);
        told.refuses(SEOUL, new ConferenceCommand.Note(ID, new UUID(3, 1), null, "말"), Reason.NOT_YOUR_CONFERENCE);
        told.refuses(HQ, new ConferenceCommand.Join(ID, null), Reason.NOT_INVITED);
        told.refuses(BUSAN, new ConferenceCommand.Join(ID, null), Reason.UNKNOWN_CONFERENCE);
        told.refuses(GANGNAM, new ConferenceCommand.Join(ID, Story.JONGNO), Reason.OUTSIDE_JURISDICTION);
        told.refuses(GANGNAM, new ConferenceCommand.Leave(ID, null), Reason.NOT_THERE);
        told.does(GANGNAM, new ConferenceCommand.Join(ID, null));
        told.refuses(GANGNAM, new ConferenceCommand.Join(ID, null), Reason.ALREADY_THERE);
        told.refuses(GANGNAM, new ConferenceCommand.BeAbsent(ID, null, "말"), Reason.ILLEGAL_TRANSITION);
    }

    @Test
    void inItsOrder() {
        told.refuses(HQ, new ConferenceCommand.End(ID), Reason.ILLEGAL_TRANSITION);
        told.refuses(HQ, new ConferenceCommand.Note(ID, new UUID(3, 1), null, "말"), Reason.ILLEGAL_TRANSITION);
        told.does(HQ, new ConferenceCommand.Start(ID));
        told.refuses(HQ, new ConferenceCommand.Start(ID), Reason.ALREADY_THERE);
        told.refuses(HQ, new ConferenceCommand.Cancel(ID, "취소"), Reason.ILLEGAL_TRANSITION);
        told.refuses(HQ, new ConferenceCommand.Note(ID, new UUID(3, 1), RAIN.item(), "말"), Reason.UNKNOWN_ITEM);
        IntStream.range(1, ConferenceCommand.MOST_ITEMS).forEach(i -> told.does(HQ,
                new ConferenceCommand.AddItem(ID, new AgendaItem(new UUID(5, i), "안건 " + i))));
        told.refuses(HQ, new ConferenceCommand.AddItem(ID, RAIN), Reason.AGENDA_MALFORMED);
    }

    @Test
    void whoJoinedStaysInvitedWhateverIsChanged() {
        told.does(GANGNAM, new ConferenceCommand.Join(ID, null));
        told.does(HQ, new ConferenceCommand.Start(ID));
        told.refuses(HQ, new ConferenceCommand.Change(ID, terms(List.of(RAIN), Story.BUSAN)), Reason.AGENDA_MALFORMED);
        told.does(HQ, new ConferenceCommand.Note(ID, new UUID(3, 1), null, "말"));
        told.does(HQ, new ConferenceCommand.Change(ID, terms(List.of(ROUTES, RAIN), Story.BUSAN)));

        assertThat(conference().invited()).containsExactlyInAnyOrder(Story.BUSAN, Story.HAEUNDAE, Story.SAHA,
                Story.GANGNAM);
        assertThat(told.holds(Story.JONGNO, conference())).isFalse();
        ConferenceNote note = told.picture().find(ConferenceNote.key(new UUID(3, 1)), ConferenceNote.class)
                .orElseThrow();
        assertThat(told.holds(Story.SAHA, note)).isTrue();
        assertThat(told.holds(Story.JONGNO, note)).isFalse();
        told.refuses(JONGNO, new ConferenceCommand.Join(ID, null), Reason.UNKNOWN_CONFERENCE);
    }

    @Test
    void itIsEndedAlsoOnceTheOperationIsClosed() {
        told.does(HQ, new ConferenceCommand.Start(ID));
        told.story.tell(new OperationEvent.OperationClosed("끝", Story.SOMEBODY));

        told.refuses(HQ, new ConferenceCommand.Convene(id(8), at(told.now())), Reason.OPERATION_NOT_OPEN);
        told.does(HQ, new ConferenceCommand.End(ID));
    }

    @Test
    void whatCannotBeConvened() {
        told.refuses(SEOUL, new ConferenceCommand.Convene(id(8), terms(List.of(), Story.BUSAN)),
                Reason.OUTSIDE_JURISDICTION);
        told.refuses(HQ, new ConferenceCommand.Convene(id(8), terms(List.of(RAIN, RAIN), Story.BUSAN)),
                Reason.AGENDA_MALFORMED);
        Instant begin = told.now();
        told.pass(Duration.ofMinutes(6));
        told.refuses(HQ, new ConferenceCommand.Convene(id(8), at(begin)), Reason.STARTS_IN_PAST);
        told.refuses(HQ, new ConferenceCommand.Change(ID, at(begin)), Reason.NOTHING_CHANGED);
        told.does(HQ, new ConferenceCommand.Cancel(ID, "취소"));
        told.refuses(HQ, new ConferenceCommand.Start(ID), Reason.CONFERENCE_OVER);
        told.refuses(HQ, new ConferenceCommand.Note(ID, new UUID(3, 1), null, "말"), Reason.CONFERENCE_OVER);
    }

    private ConferenceCommand.Terms terms(List<AgendaItem> agenda, UnitCode to) {
        return new ConferenceCommand.Terms(new Addressees(List.of(to), true), "점검", told.now(), 30, agenda,
                "https://video.police.example/1");
    }

    private static ConferenceCommand.Terms at(Instant begin) {
        return new ConferenceCommand.Terms(new Addressees(List.of(Story.SEOUL), true), "점검", begin, 30,
                List.of(ROUTES), "https://video.police.example/1");
    }

    private static DirectiveCommand.Issue born(int number, @Nullable UUID decision, @Nullable UUID supersedes) {
        return new DirectiveCommand.Issue(id(number), new Addressees(List.of(Story.SEOUL), true), List.of(),
                DirectiveUrgency.ROUTINE, "증원", "증원한다.", null, supersedes, decision);
    }

    private Conference conference() {
        return told.picture().find(Conference.key(ID), Conference.class).orElseThrow();
    }

    private ConferenceRoom room(UnitCode unit) {
        return told.picture().find(ConferenceRoom.key(ID, unit), ConferenceRoom.class).orElseThrow();
    }

    private ConferenceDecision decision(UUID id) {
        return told.picture().find(ConferenceDecision.key(id), ConferenceDecision.class).orElseThrow();
    }
}
