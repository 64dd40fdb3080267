package kr.haetae.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.PlacedTeam;
import kr.haetae.event.Reason;
import kr.haetae.event.TeamState;
import kr.haetae.event.UnitCode;
import kr.haetae.event.Veracity;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Story;
import kr.haetae.picture.Tally;
import kr.haetae.picture.View;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Restriction, sharing, reports upwards and hand-overs, as far as they are decided and folded. */
class IncidentAccessTest {
    private static final Instant NOW = Instant.parse("2026-06-03T01:00:00Z");
    private static final Set<Clearance> ALL = Set.of(Clearance.values());
    private static final Author PLAIN = new Author(new UUID(5, 5), "상황실", Story.GANGNAM, null);
    private static final Author CLEARED = new Author(new UUID(5, 6), "보안담당", Story.GANGNAM, null, ALL);
    private static final Author JONGNO = new Author(new UUID(5, 7), "종로", Story.JONGNO, null);
    private static final Author SEOUL = new Author(new UUID(5, 8), "서울청", Story.SEOUL, null);
    private static final UUID TEAM = new UUID(4, 1);

    private final Story story = new Story("a");

    @TestFactory
    Stream<DynamicTest> toWhomIsNotClearedARestrictedIncidentIsNotThere() {
        story.report(1, Story.GANGNAM, 2, Clearance.RESTRICTED);
        story.report(2, Story.GANGNAM, 2);
        story.tell(new IncidentEvent.TeamsSet(List.of(new PlacedTeam(TEAM, Story.GANGNAM, "역삼21")), Story.SOMEBODY));
        return commands(id(1), id(2)).map(command -> DynamicTest.dynamicTest(command.getClass().getSimpleName(),
                () -> assertThat(refusal(decide(PLAIN, command))).isEqualTo(Reason.UNKNOWN_INCIDENT)));
    }

    @TestFactory
    Stream<DynamicTest> withWhomItIsSharedMaySeeAndCommentAndDecideNothing() {
        story.report(1, Story.GANGNAM, 2);
        story.report(2, Story.JONGNO, 2);
        accept(PLAIN, new IncidentCommand.Share(id(1), Story.JONGNO, "관내 이동"));
        return commands(id(1), id(2)).map(command -> DynamicTest.dynamicTest(command.getClass().getSimpleName(), () -> {
            Decision decision = decide(JONGNO, command);
            if (command instanceof IncidentCommand.Comment) {
                assertThat(decision).isInstanceOf(Decision.Accepted.class);
            } else {
                assertThat(refusal(decision)).isEqualTo(Reason.ONLY_SHARED);
            }
        }));
    }

    /** One of each kind. */
    static Stream<IncidentCommand> commands(UUID id, UUID other) {
        return Stream.of(
                new IncidentCommand.Acknowledge(id), new IncidentCommand.Comment(id, "확인"),
                new IncidentCommand.Dispatch(id, "1팀"), new IncidentCommand.Send(id, TEAM, null, true),
                new IncidentCommand.MoveTeam(id, TEAM, TeamState.CLEARED),
                new IncidentCommand.Transfer(id, Story.JONGNO, "관할"),
                new IncidentCommand.Judge(id, Veracity.CONFIRMED, "확인"),
                new IncidentCommand.Correct(id, IncidentKind.VIOLENCE, null, "정정"),
                new IncidentCommand.Resolve(id, null),
                new IncidentCommand.RequestClosure(id, IncidentOutcome.WARNED, null),
                new IncidentCommand.ReturnClosure(id, "다시"),
                new IncidentCommand.Close(id, IncidentOutcome.WARNED, null, true),
                new IncidentCommand.FindFalse(id, "허위"), new IncidentCommand.Merge(id, other),
                new IncidentCommand.Link(id, other), new IncidentCommand.Restrict(id, Clearance.GENERAL, "공개"),
                new IncidentCommand.Share(id, Story.SAHA, "공조"), new IncidentCommand.Unshare(id, Story.JONGNO, "끝"),
                new IncidentCommand.Reopen(id, "다시"));
    }

    @Test
    void whoRestrictsIsClearedHimself() {
        story.report(1, Story.GANGNAM, 2);

        assertThat(refusal(decide(PLAIN, restrict(1, Clearance.PROTECTION)))).isEqualTo(Reason.NOT_CLEARED);
        assertThat(refusal(decide(CLEARED, restrict(1, Clearance.GENERAL)))).isEqualTo(Reason.NOTHING_CHANGED);
        accept(CLEARED, restrict(1, Clearance.PROTECTION));
        accept(CLEARED, restrict(1, Clearance.RESTRICTED));

        assertThat(incident(1).clearance()).isEqualTo(Clearance.RESTRICTED);
        assertThat(Incidents.visible(story.now(), PLAIN, id(1))).isEmpty();
        accept(CLEARED, restrict(1, Clearance.GENERAL));
        assertThat(Incidents.visible(story.now(), PLAIN, id(1))).isPresent();
    }

    @Test
    void whatTellsOfTheSameIsRestrictedAlikeAndWhatIsLinkedIsCutOff() {
        for (int number = 1; number <= 4; number++) {
            story.report(number, Story.GANGNAM, 2);
        }
        accept(PLAIN, new IncidentCommand.Merge(id(1), id(2)));
        accept(PLAIN, new IncidentCommand.Merge(id(2), id(3)));
        accept(PLAIN, new IncidentCommand.Link(id(2), id(4)));

        accept(CLEARED, restrict(1, Clearance.RESTRICTED));

        assertThat(List.of(incident(1), incident(2), incident(3))).extracting(Incident::clearance)
                .containsOnly(Clearance.RESTRICTED);
        assertThat(incident(4).clearance()).isEqualTo(Clearance.GENERAL);
        assertThat(incident(4).links()).isEmpty();
        assertThat(incident(2).links()).isEmpty();
        assertThat(refusal(decide(CLEARED, new IncidentCommand.Link(id(4), id(2)))))
                .isEqualTo(Reason.CLEARANCES_DIFFER);
        assertThat(refusal(decide(CLEARED, new IncidentCommand.Merge(id(4), id(3)))))
                .isEqualTo(Reason.CLEARANCES_DIFFER);
        assertThat(refusal(decide(PLAIN, new IncidentCommand.Link(id(4), id(2))))).isEqualTo(Reason.UNKNOWN_INCIDENT);
    }

    @Test
    void theTeamAtItGoesOutOfSightWithItAndComesBackFree() {
        story.report(1, Story.GANGNAM, 2);
        story.report(2, Story.GANGNAM, 2);
        story.tell(new IncidentEvent.TeamsSet(List.of(new PlacedTeam(TEAM, Story.GANGNAM, "역삼21")), Story.SOMEBODY));
        accept(PLAIN, new IncidentCommand.Send(id(1), TEAM, null, false));

        accept(CLEARED, restrict(1, Clearance.PROTECTION));
        assertThat(seen(PLAIN, Team.KIND)).isZero();
        assertThat(seen(CLEARED, Team.KIND)).isOne();
        assertThat(refusal(decide(PLAIN, new IncidentCommand.Send(id(2), TEAM, null, true))))
                .isEqualTo(Reason.UNKNOWN_TEAM);
        accept(CLEARED, new IncidentCommand.MoveTeam(id(1), TEAM, TeamState.CLEARED));

        assertThat(seen(PLAIN, Team.KIND)).isOne();
    }

    @Test
    void sharingHasItsLimits() {
        story.report(1, Story.GANGNAM, 2);

        assertThat(refusal(decide(PLAIN, share(Story.GANGNAM)))).isEqualTo(Reason.ALREADY_THERE);
        assertThat(refusal(decide(PLAIN, share(Story.SEOUL)))).isEqualTo(Reason.ALREADY_THERE);
        assertThat(refusal(decide(PLAIN, share(UnitCode.of("nowhere"))))).isEqualTo(Reason.UNKNOWN_UNIT);
        assertThat(refusal(decide(PLAIN, new IncidentCommand.Unshare(id(1), Story.JONGNO, "끝"))))
                .isEqualTo(Reason.NOT_SHARED);
        accept(PLAIN, share(Story.JONGNO));
        assertThat(refusal(decide(PLAIN, share(Story.JONGNO)))).isEqualTo(Reason.ALREADY_THERE);
        assertThat(seen(JONGNO, Incident.KIND)).isOne();
        accept(PLAIN, new IncidentCommand.Transfer(id(1), Story.JONGNO, "관할"));
        assertThat(incident(1).sharedWith()).isEmpty();
        assertThat(seen(PLAIN, Incident.KIND)).isZero();
    }

    @Test
    void aReportUpwardsKeepsWhatWasSaidAndIsSeenByWhoSeesTheIncident() {
        story.report(1, Story.GANGNAM, 2);
        UUID report = send(PLAIN, Story.SEOUL, false);
        assertThat(unreceived(Story.SEOUL)).isOne();
        assertThat(unreceived(Story.GANGNAM)).isZero();
        story.acknowledge(1);

        assertThat(report(report).sent().status()).isEqualTo("REPORTED");
        assertThat(report(report).ordinal()).isOne();
        assertThat(refusal(UpwardReports.receive(story.now(), PLAIN, report))).isEqualTo(Reason.NOT_ADDRESSED);
        assertThat(refusal(UpwardReports.receive(story.now(), JONGNO, report)))
                .isEqualTo(Reason.UNKNOWN_UPWARD_REPORT);
        accept(CLEARED, restrict(1, Clearance.RESTRICTED));
        assertThat(refusal(UpwardReports.receive(story.now(), SEOUL, report)))
                .isEqualTo(Reason.UNKNOWN_UPWARD_REPORT);
        assertThat(unreceived(Story.SEOUL)).isZero();
        accept(CLEARED, restrict(1, Clearance.GENERAL));
        tell(UpwardReports.receive(story.now(), SEOUL, report));
        assertThat(refusal(UpwardReports.receive(story.now(), SEOUL, report))).isEqualTo(Reason.ALREADY_THERE);
        assertThat(unreceived(Story.SEOUL)).isZero();
        assertThat(story.now().trace(Incident.key(id(1)))).contains((long) story.length());
    }

    @Test
    void afterTheLastNoneFollowsUntilItIsReopened() {
        story.report(1, Story.GANGNAM, 2);
        send(PLAIN, Story.SEOUL, false);
        send(SEOUL, Story.HQ, true);
        story.close(1);

        assertThat(refusal(UpwardReports.send(story.now(), PLAIN, wanted(Story.SEOUL, false))))
                .isEqualTo(Reason.LAST_REPORT_SENT);
        accept(PLAIN, new IncidentCommand.Reopen(id(1), "다시"));
        assertThat(report(send(PLAIN, Story.SEOUL, false)).ordinal()).isEqualTo(3);
        assertThat(refusal(UpwardReports.send(story.now(), PLAIN, wanted(Story.JONGNO, false))))
                .isEqualTo(Reason.NOT_SUPERIOR);
        assertThat(refusal(UpwardReports.send(story.now(), PLAIN, wanted(Story.GANGNAM, false))))
                .isEqualTo(Reason.NOT_SUPERIOR);
        assertThat(refusal(UpwardReports.send(story.now(), JONGNO, wanted(Story.SEOUL, false))))
                .isEqualTo(Reason.UNKNOWN_INCIDENT);
    }

    @Test
    void aReportFollowsItsIncidentToAnotherStation() {
        story.report(1, Story.GANGNAM, 2);
        UUID toSeoul = send(PLAIN, Story.SEOUL, false);
        accept(PLAIN, new IncidentCommand.Transfer(id(1), Story.HAEUNDAE, "관할"));
        Author busan = new Author(new UUID(5, 9), "부산청", Story.BUSAN, null);

        assertThat(seen(SEOUL, UpwardReport.KIND)).isZero();
        assertThat(seen(busan, UpwardReport.KIND)).isOne();
        assertThat(refusal(UpwardReports.receive(story.now(), busan, toSeoul))).isEqualTo(Reason.NOT_ADDRESSED);
        assertThat(unreceived(Story.SEOUL)).isZero();
        assertThat(unreceived(Story.HQ)).isZero();
    }

    @Test
    void withWhomItIsSharedSeesItsReportsToo() {
        story.report(1, Story.GANGNAM, 2);
        UUID report = send(PLAIN, Story.SEOUL, false);
        assertThat(seen(JONGNO, UpwardReport.KIND)).isZero();

        accept(PLAIN, share(Story.JONGNO));
        assertThat(seen(JONGNO, UpwardReport.KIND)).isOne();
        assertThat(refusal(UpwardReports.receive(story.now(), JONGNO, report))).isEqualTo(Reason.NOT_ADDRESSED);
        accept(PLAIN, new IncidentCommand.Unshare(id(1), Story.JONGNO, "끝"));
        assertThat(seen(JONGNO, UpwardReport.KIND)).isZero();
    }

    @Test
    void aRoomIsHandedOverOnceAndWhatIsRestrictedApart() {
        story.report(1, Story.GANGNAM, 3);
        story.report(2, Story.GANGNAM, 0);
        story.report(3, Story.GANGNAM, 1, Clearance.PROTECTION);
        story.report(4, Story.JONGNO, 1);
        story.report(5, Story.GANGNAM, 1);
        story.close(5);
        UUID offer = new UUID(2, 1);
        tell(Handovers.decide(story.now(), CLEARED, new Handovers.Command.Offer(offer, "집회 계속")));

        List<Handover> offered = handovers();
        assertThat(offered).hasSize(2);
        Handover general = offered.stream().filter(it -> it.clearance() == Clearance.GENERAL).findFirst().orElseThrow();
        Handover apart = offered.stream().filter(it -> it.clearance() != Clearance.GENERAL).findFirst().orElseThrow();
        assertThat(general.items()).extracting(item -> item.incident()).containsExactly(id(2), id(1));
        assertThat(apart.items()).extracting(item -> item.incident()).containsExactly(id(3));
        assertThat(seen(PLAIN, Handover.KIND)).isOne();
        assertThat(refusal(handOver(PLAIN, new Handovers.Command.Offer(new UUID(2, 2), null))))
                .isEqualTo(Reason.HANDOVER_OPEN);
        assertThat(refusal(handOver(CLEARED, new Handovers.Command.Accept(offer)))).isEqualTo(Reason.OWN_HANDOVER);
        assertThat(refusal(handOver(PLAIN, new Handovers.Command.Accept(apart.handover()))))
                .isEqualTo(Reason.UNKNOWN_HANDOVER);
        assertThat(refusal(handOver(SEOUL, new Handovers.Command.Accept(offer)))).isEqualTo(Reason.UNKNOWN_HANDOVER);

        tell(handOver(PLAIN, new Handovers.Command.Accept(offer)));
        assertThat(refusal(handOver(PLAIN, new Handovers.Command.Withdraw(offer)))).isEqualTo(Reason.ALREADY_THERE);
        tell(handOver(CLEARED, new Handovers.Command.Withdraw(apart.handover())));
        assertThat(handovers()).hasSize(1);
        accept(CLEARED, restrict(2, Clearance.RESTRICTED));
        assertThat(handovers().getFirst().items()).extracting(item -> item.incident()).containsExactly(id(1));
        tell(handOver(PLAIN, new Handovers.Command.Offer(new UUID(2, 3), null)));
    }

    private static IncidentCommand.Share share(UnitCode with) {
        return new IncidentCommand.Share(new Story("a").incident(1), with, "공조");
    }

    private IncidentCommand restrict(int number, Clearance clearance) {
        return new IncidentCommand.Restrict(id(number), clearance, "보안");
    }

    private UpwardReports.Send wanted(UnitCode to, boolean last) {
        return new UpwardReports.Send(new UUID(9, story.length()), id(1), to, "현장 대치", last);
    }

    private UUID send(Author author, UnitCode to, boolean last) {
        UpwardReports.Send wanted = wanted(to, last);
        tell(UpwardReports.send(story.now(), author, wanted));
        return wanted.report();
    }

    private Decision handOver(Author author, Handovers.Command command) {
        return Handovers.decide(story.now(), author, command);
    }

    private List<Handover> handovers() {
        return StreamSupport.stream(story.now().all(Handover.KIND).spliterator(), false)
                .map(held -> (Handover) held.entity()).toList();
    }

    private long seen(Author author, String kind) {
        Picture now = story.now();
        View view = new View(author.unit(), author.clearances());
        return StreamSupport.stream(now.all(kind).spliterator(), false)
                .filter(held -> now.permits(view, held.entity())).count();
    }

    private long unreceived(UnitCode unit) {
        Optional<Tally> tally = StreamSupport.stream(story.now().all("tally").spliterator(), false)
                .map(held -> (Tally) held.entity()).filter(it -> it.unit().equals(unit)).findFirst();
        return tally.map(it -> it.figure("upwardReports.unreceived")).orElse(0L);
    }

    private UpwardReport report(UUID id) {
        return story.now().find(UpwardReport.key(id), UpwardReport.class).orElseThrow();
    }

    private Decision decide(Author author, IncidentCommand command) {
        return Incidents.decide(story.now(), NOW, author, command);
    }

    private void accept(Author author, IncidentCommand command) {
        tell(decide(author, command));
    }

    private void tell(Decision decision) {
        List<Event> events = ((Decision.Accepted) decision).events();
        events.forEach(story::tell);
    }

    private static Reason refusal(Decision decision) {
        return ((Decision.Refused) decision).reason();
    }

    private UUID id(int number) {
        return story.incident(number);
    }

    private Incident incident(int number) {
        return story.now().find(Incident.key(id(number)), Incident.class).orElseThrow();
    }
}
