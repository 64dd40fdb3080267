package kr.haetae.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.NamedId;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PostKind;
import kr.haetae.event.Reason;
import kr.haetae.event.VisitAsker;
import kr.haetae.picture.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitsTest {
    private static final Instant NOW = Instant.parse("2026-06-03T01:00:00Z");
    private static final UUID POST = NamedId.of(Story.OPERATION, "post1");
    private static final UUID OTHER_POST = NamedId.of(Story.OPERATION, "post2");
    private static final UUID ID = new UUID(8, 1);

    private final Story story = new Story("a");

    @BeforeEach
    void posts() {
        story.place(1, Story.GANGNAM);
        story.place(2, Story.GANGNAM);
    }

    @Test
    void inAndOut() {
        accept(enter(POST, -120, -60));
        assertThat(standing().leftAt()).isNull();
        assertThat(standing().contribution().figures()).containsKey("visits.inside");

        accept(new VisitCommand.End(ID, NOW, false));

        assertThat(standing().leftAt()).isEqualTo(NOW);
        assertThat(standing().contribution().figures()).containsOnlyKeys("visits.total");
        assertThat(refused(new VisitCommand.End(ID, NOW, false))).isEqualTo(Reason.ALREADY_THERE);
    }

    /** Seconds before or after now. */
    @ParameterizedTest
    @CsvSource({
        "-120, -60, -",
        "-60, -60, -",
        "-60, 200, -",
        "-60, -120, OCCURRED_OUT_OF_ORDER",
        "-60, 301, OCCURRED_IN_FUTURE",
        "-2592001, -60, OCCURRED_TOO_LONG_AGO"})
    void theyAreAskedFirstThenGoIn(long asked, long entered, String reason) {
        Decision decision = decide(officer(POST), enter(POST, asked, entered));

        assertThat(decision instanceof Decision.Refused refused ? refused.reason().name() : "-").isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"-61, OCCURRED_OUT_OF_ORDER", "-60, -", "0, -", "301, OCCURRED_IN_FUTURE"})
    void theyLeaveAfterTheyWentIn(long left, String reason) {
        accept(enter(POST, -120, -60));

        Decision decision = decide(officer(POST), new VisitCommand.End(ID, NOW.plusSeconds(left), false));

        assertThat(decision instanceof Decision.Refused refused ? refused.reason().name() : "-").isEqualTo(reason);
    }

    @Test
    void anOfficerWritesForHisOwnPostAPatrolForAnyARoomForAll() {
        assertThat(reason(decide(officer(OTHER_POST), enter(POST, -60, -60)))).isEqualTo(Reason.NOT_YOUR_POST);
        assertThat(decide(officer(null), enter(POST, -60, -60))).isInstanceOf(Decision.Accepted.class);
        assertThat(reason(decide(new Author(new UUID(5, 6), "남", Story.JONGNO, null), enter(POST, -60, -60))))
                .isEqualTo(Reason.POST_NOT_FOUND);
        accept(enter(POST, -60, -60));
        assertThat(reason(decide(officer(OTHER_POST), new VisitCommand.End(ID, NOW, false))))
                .isEqualTo(Reason.UNKNOWN_VISIT);
        assertThat(decide(officer(OTHER_POST), new VisitCommand.End(ID, NOW, true)))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void nobodyAsksThePoliceIntoAStorageRoom() {
        story.tell(new Event.PostsPlaced("list", List.of(new PlacedPost(POST, PostKind.BALLOT_STORAGE, "보관소",
                Story.GANGNAM, Jurisdiction.MAPPED, List.of(), "서울", "강남구", null, null, null, null, null))));

        assertThat(refused(enter(POST, -60, -60))).isEqualTo(Reason.NOT_A_POLLING_PLACE);
    }

    @Test
    void aCorrectionKeepsTheOrderAndIsCounted() {
        accept(enter(POST, -120, -60));
        VisitCommand.Correct three = correct(3, null);
        accept(three);
        assertThat(standing().officers()).isEqualTo(3);
        assertThat(standing().corrections()).isEqualTo(1);

        assertThat(refused(three)).isEqualTo(Reason.NOTHING_CHANGED);
        assertThat(refused(correct(null, NOW.minusSeconds(61)))).isEqualTo(Reason.OCCURRED_OUT_OF_ORDER);
        accept(correct(null, NOW));
        assertThat(standing().leftAt()).isEqualTo(NOW);
    }

    @Test
    void whoIsInsideWhenTheOperationClosesStillLeaves() {
        accept(enter(POST, -120, -60));
        story.tell(new OperationEvent.OperationClosed("종료", Story.SOMEBODY));

        assertThat(refused(enter(POST, -60, -60))).isEqualTo(Reason.OPERATION_NOT_OPEN);
        accept(new VisitCommand.End(ID, NOW, false));
    }

    @Test
    void itFollowsItsPostAndNamesOnlyIncidentsOneMayLookUp() {
        story.report(1, Story.HAEUNDAE, 2);
        VisitCommand.Enter foreign = new VisitCommand.Enter(ID, POST, VisitAsker.OTHER, NOW, NOW, 1, false, "소란",
                story.incident(1), false);
        assertThat(refused(foreign)).isEqualTo(Reason.UNKNOWN_INCIDENT);
        accept(enter(POST, -120, -60));

        story.assign(1, Story.JONGNO);
        assertThat(standing().unit()).isEqualTo(Story.JONGNO);
        story.place(1, Story.SAHA);
        assertThat(standing().unit()).isEqualTo(Story.SAHA);
    }

    private static VisitCommand.Enter enter(UUID post, long asked, long entered) {
        return new VisitCommand.Enter(ID, post, VisitAsker.POLL_MANAGER, NOW.plusSeconds(asked),
                NOW.plusSeconds(entered), 2, true, "소란", null, false);
    }

    private static VisitCommand.Correct correct(@Nullable Integer officers, @Nullable Instant leftAt) {
        return new VisitCommand.Correct(ID, null, null, null, leftAt, officers, null, "착오", false);
    }

    private static Author officer(@Nullable UUID post) {
        return new Author(new UUID(5, 5), "경찰관", Story.GANGNAM, post);
    }

    private Decision decide(Author who, VisitCommand command) {
        return Visits.decide(story.now(), NOW, who, command);
    }

    private Reason refused(VisitCommand command) {
        return reason(decide(officer(POST), command));
    }

    private static Reason reason(Decision decision) {
        return ((Decision.Refused) decision).reason();
    }

    private void accept(VisitCommand command) {
        ((Decision.Accepted) decide(officer(POST), command)).events().forEach(story::tell);
    }

    private Visit standing() {
        return story.now().find(Visit.key(ID), Visit.class).orElseThrow();
    }
}
