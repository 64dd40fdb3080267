package kr.haetae.crime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.haetae.event.Author;
import kr.haetae.event.CaseOrigin;
import kr.haetae.event.CasePersons;
import kr.haetae.event.CaseStage;
import kr.haetae.event.CrimeKind;
import kr.haetae.event.Decision;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.Phase;
import kr.haetae.event.PlannedPhase;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Story;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasesTest {
    private static final Instant NOW = Instant.parse("2026-06-03T03:00:00Z");
    private static final UUID ID = new UUID(8, 1);
    private static final Set<Clearance> CLEARED = Set.of(Clearance.GENERAL, Clearance.CASES);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 3);

    private final Story story = new Story("a");
    private final Author investigator = cleared(Story.GANGNAM, CLEARED);

    /** One row a stage: every stage that may follow; all others are refused and told what is possible. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "PRE_INVESTIGATION, INVESTIGATION CLOSED_BEFORE",
        "INVESTIGATION, SENT NOT_SENT",
        "NOT_SENT, INVESTIGATION",
        "SENT, -",
        "CLOSED_BEFORE, -"})
    void onlyLegalStagesFollow(CaseStage from, @Nullable String legal) {
        open();
        lead(from);

        Set<String> possible = Arrays.stream(CaseStage.values())
                .filter(to -> decide(new CaseCommand.Move(ID, to, null)) instanceof Decision.Accepted)
                .map(Enum::name).collect(Collectors.toSet());

        assertThat(possible).containsExactlyInAnyOrder(legal == null ? new String[0] : legal.split(" "));
        Decision.Refused refused = (Decision.Refused) decide(new CaseCommand.Move(ID, from, null));
        assertThat(refused.reason()).isEqualTo(Reason.ILLEGAL_TRANSITION);
        assertThat(refused.detail()).contains("Possible now: "
                + (legal == null ? "nothing"
                        : Arrays.stream(legal.split(" ")).map(CaseStage::valueOf).sorted()
                                .map(Enum::name).collect(Collectors.joining(", "))));
        assertThat(decide(new CaseCommand.Transfer(ID, Story.JONGNO, "관할")) instanceof Decision.Accepted)
                .isEqualTo(from.open());
        assertThat(decide(new CaseCommand.Note(ID, "보강"))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void theElectionDayIsTheTimetablesUnlessTheCommandSaysAnother() {
        assertThat(refused(decide(opening(null, null, null)))).isEqualTo(Reason.ELECTION_DAY_MISSING);
        story.tell(new OperationEvent.TimetableSet(List.of(
                new PlannedPhase(new UUID(9, 1), Phase.CAMPAIGN, Instant.parse("2026-05-20T15:00:00Z")),
                new PlannedPhase(new UUID(9, 2), Phase.VOTING, Instant.parse("2026-06-02T21:00:00Z"))),
                Story.SOMEBODY));

        accept(opening(null, null, null));

        assertThat(standing().facts().electionDay()).isEqualTo(DAY);
        assertThat(standing().number()).isEqualTo("서울강남-사건-0001");
        assertThat(standing().limitationOn()).isEqualTo("2026-12-03");
        accept(new CaseCommand.Correct(ID, null, null, LocalDate.of(2025, 6, 3), null, null, "재선거"));
        assertThat(standing().limitationOn()).isEqualTo("2025-12-03");
    }

    @Test
    void itBelongsToWhereTheIncidentIsAndARoomNeedsOne() {
        story.report(1, Story.JONGNO, 2);
        Author seoul = cleared(Story.SEOUL, CLEARED);
        CaseCommand.Open withoutIncident = new CaseCommand.Open(ID, null, CrimeKind.BRIBERY, CaseOrigin.REPORT, null,
                DAY, null, "식사 제공", CasePersons.NONE, false);

        assertThat(refused(Cases.decide(story.now(), NOW, seoul, withoutIncident))).isEqualTo(Reason.INCIDENT_NEEDED);
        assertThat(refused(decide(opening(null, story.incident(1), DAY)))).isEqualTo(Reason.UNKNOWN_INCIDENT);
        assertThat(refused(decide(opening(Story.JONGNO, null, DAY)))).isEqualTo(Reason.OUTSIDE_JURISDICTION);
        assertThat(refused(decide(opening(new UnitCode("nowhere"), null, DAY)))).isEqualTo(Reason.UNKNOWN_UNIT);
        accept(seoul, opening(null, story.incident(1), DAY));

        assertThat(standing().unit()).isEqualTo(Story.JONGNO);
        assertThat(standing().incidents()).containsExactly(story.incident(1));
        assertThat(refused(Cases.decide(story.now(), NOW, seoul, new CaseCommand.Link(ID, story.incident(1)))))
                .isEqualTo(Reason.NOTHING_CHANGED);
    }

    @Test
    void anActIsNotInTheFuture() {
        CaseCommand.Open tomorrow = new CaseCommand.Open(ID, null, CrimeKind.BRIBERY, CaseOrigin.REPORT, null, DAY,
                DAY.plusDays(1), "식사 제공", CasePersons.NONE, true);

        assertThat(refused(decide(tomorrow))).isEqualTo(Reason.OCCURRED_IN_FUTURE);
        // Still the evening before in UTC, but the day itself in Korea.
        assertThat(Cases.decide(story.now(), Instant.parse("2026-06-03T15:00:00Z"), investigator, tomorrow))
                .isInstanceOf(Decision.Accepted.class);
        open();
        assertThat(refused(decide(new CaseCommand.Correct(ID, null, null, null, DAY.plusDays(1), null, "정정"))))
                .isEqualTo(Reason.OCCURRED_IN_FUTURE);
    }

    @Test
    void whatIsAlreadySoIsNoNews() {
        open();
        CasePersons persons = new CasePersons(2, 1, 0);
        accept(new CaseCommand.Count(ID, persons, "입건"));
        assertThat(standing().persons()).isEqualTo(persons);

        assertThat(refused(decide(new CaseCommand.Count(ID, persons, "입건")))).isEqualTo(Reason.NOTHING_CHANGED);
        assertThat(refused(decide(new CaseCommand.Correct(ID, CrimeKind.BRIBERY, null, null, null, null, "정정"))))
                .isEqualTo(Reason.NOTHING_CHANGED);
        assertThat(refused(decide(new CaseCommand.Transfer(ID, Story.GANGNAM, "이송")))).isEqualTo(Reason.ALREADY_THERE);
        accept(new CaseCommand.Transfer(ID, Story.JONGNO, "이송"));
        assertThat(refused(decide(new CaseCommand.Note(ID, "남의 사건")))).isEqualTo(Reason.UNKNOWN_CASE);
    }

    @Test
    void onlyTheClearedSeeIt() {
        open();

        assertThat(story.now().permits(new View(Story.HQ, Set.of(Clearance.GENERAL)), standing())).isFalse();
        assertThat(story.now().permits(new View(Story.HQ, CLEARED), standing())).isTrue();
        assertThat(story.now().permits(new View(Story.JONGNO, CLEARED), standing())).isFalse();
        assertThat(refused(Cases.decide(story.now(), NOW, cleared(Story.GANGNAM, Set.of(Clearance.GENERAL)),
                new CaseCommand.Note(ID, "몰래")))).isEqualTo(Reason.UNKNOWN_CASE);
    }

    @Test
    void workGoesOnOnceTheOperationIsClosed() {
        open();
        story.tell(new OperationEvent.OperationClosed("종료", Story.SOMEBODY));

        accept(new CaseCommand.Move(ID, CaseStage.INVESTIGATION, "입건"));
        accept(new CaseCommand.Open(new UUID(8, 2), null, CrimeKind.DEEPFAKE, CaseOrigin.INTELLIGENCE, null, DAY, null,
                "영상 유포", CasePersons.NONE, true));

        assertThat(Cases.open(story.now())).hasSize(2);
        assertThat(story.now().find(Case.key(new UUID(8, 2)), Case.class).orElseThrow().number())
                .isEqualTo("서울강남-사건-0002");
    }

    private void open() {
        accept(opening(null, null, DAY));
    }

    private static CaseCommand.Open opening(@Nullable UnitCode unit, @Nullable UUID incident,
            @Nullable LocalDate electionDay) {
        return new CaseCommand.Open(ID, unit, CrimeKind.BRIBERY, CaseOrigin.REPORT, incident, electionDay, null,
                "식사 제공", CasePersons.NONE, true);
    }

    private void lead(CaseStage to) {
        if (to != CaseStage.PRE_INVESTIGATION && to != CaseStage.CLOSED_BEFORE) {
            accept(new CaseCommand.Move(ID, CaseStage.INVESTIGATION, null));
        }
        if (to != CaseStage.PRE_INVESTIGATION && to != CaseStage.INVESTIGATION) {
            accept(new CaseCommand.Move(ID, to, null));
        }
        assertThat(standing().stage()).isEqualTo(to);
    }

    private static Author cleared(UnitCode unit, Set<Clearance> clearances) {
        return new Author(new UUID(5, 5), "수사관", unit, null, clearances);
    }

    private Decision decide(CaseCommand command) {
        return Cases.decide(story.now(), NOW, investigator, command);
    }

    private void accept(CaseCommand command) {
        accept(investigator, command);
    }

    private void accept(Author who, CaseCommand command) {
        ((Decision.Accepted) Cases.decide(story.now(), NOW, who, command)).events().forEach(story::tell);
    }

    private static Reason refused(Decision decision) {
        return ((Decision.Refused) decision).reason();
    }

    private Case standing() {
        return story.now().find(Case.key(ID), Case.class).orElseThrow();
    }
}
