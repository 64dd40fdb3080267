package kr.haetae.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.Cordon;
import kr.haetae.event.CordonStrength;
import kr.haetae.event.CountingStage;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.Handling;
import kr.haetae.event.Person;
import kr.haetae.event.PostKind;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.SiteSteps;
import kr.haetae.picture.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountingCentresTest {
    private static final UUID POST = SiteSteps.centre(1);
    private static final Author ROOM = new Author(new UUID(6, 1), "상황실", Story.GANGNAM, null);
    private static final Instant NOW = Story.START.plusSeconds(3_600);

    private final Story story = placed();

    private static Story placed() {
        Story story = new Story("a");
        SiteSteps.place(story, POST, PostKind.COUNTING_CENTRE, Story.GANGNAM);
        return story;
    }

    @Test
    void stagesGoForwardsAndWhatNobodyToldOfMayBeToldLater() {
        accept(reach(CountingStage.PREPARED, 0));
        accept(reach(CountingStage.COUNTING, 60));
        assertThat(centre().stage()).isEqualTo(CountingStage.COUNTING);

        accept(reach(CountingStage.OPENED, 30));

        assertThat(centre().stage()).isEqualTo(CountingStage.COUNTING);
        assertThat(centre().reached()).containsOnlyKeys(CountingStage.PREPARED, CountingStage.OPENED,
                CountingStage.COUNTING);
        assertThat(reason(reach(CountingStage.OPENED, 31))).isEqualTo(Reason.ALREADY_THERE);
        assertThat(reason(reach(CountingStage.BOXES_IN, 20))).isEqualTo(Reason.OCCURRED_OUT_OF_ORDER);
        assertThat(reason(reach(CountingStage.BOXES_IN, 61))).isEqualTo(Reason.STAGE_BEHIND);
        assertThat(reason(reach(CountingStage.ENDED, 301))).isEqualTo(Reason.OCCURRED_IN_FUTURE);
    }

    @Test
    void aWrongStageIsPutRight() {
        accept(reach(CountingStage.PREPARED, 0));
        accept(reach(CountingStage.ENDED, 60));
        assertThat(reason(new CountingCommand.Correct(POST, CountingStage.ENDED, "착오")))
                .isEqualTo(Reason.NOTHING_CHANGED);

        accept(new CountingCommand.Correct(POST, CountingStage.PREPARED, "잘못 누름"));

        assertThat(centre().stage()).isEqualTo(CountingStage.PREPARED);
        accept(new CountingCommand.Correct(POST, null, "아직"));
        assertThat(centre().stage()).isNull();
        assertThat(centre().reached()).isEmpty();
    }

    @Test
    void cordonsKeepWhatIsNotNamed() {
        accept(cordon(Cordon.OUTSIDE_FENCE, 12, null));
        accept(cordon(Cordon.INSIDE, 10, null));
        accept(cordon(Cordon.INSIDE, null, 9));

        assertThat(centre().cordons()).containsExactly(new CordonStrength(Cordon.INSIDE, 10, 9),
                new CordonStrength(Cordon.OUTSIDE_FENCE, 12, null));
        assertThat(reason(cordon(Cordon.INSIDE, null, 9))).isEqualTo(Reason.NOTHING_CHANGED);
    }

    @Test
    void oneCommandsAndIsReachable() {
        Person chief = new Person(null, "김지휘", Story.GANGNAM);
        accept(new CountingCommand.NameCommander(POST, chief, "강남 1호"));

        assertThat(centre().commandedBy(chief, "강남 1호")).isTrue();
        assertThat(reason(new CountingCommand.NameCommander(POST, chief, "강남 1호")))
                .isEqualTo(Reason.NOTHING_CHANGED);
        story.erase(story.length() - 1);
        assertThat(centre().commandedBy(chief, null)).isTrue();
    }

    @Test
    void obstructionsAtTheSiteAreCountedAndRestrictedOnesAreNot() {
        UUID incident = incident(IncidentKind.DISTURBANCE);
        assertThat(centre().incidentsTotal()).isZero();

        story.tell(new IncidentEvent.IncidentCorrected(incident, IncidentKind.RIGGING_CLAIM, null, "정정",
                Story.SOMEBODY));
        assertThat(centre().incidentsOpen()).isEqualTo(1);
        story.tell(new IncidentEvent.IncidentRestricted(incident, Clearance.RESTRICTED, "수사", Story.SOMEBODY));
        assertThat(centre().incidentsTotal()).isZero();
        story.tell(new IncidentEvent.IncidentRestricted(incident, Clearance.GENERAL, "해제", Story.SOMEBODY));
        story.tell(new IncidentEvent.FalseReportFound(incident, "허위", Story.SOMEBODY));

        assertThat(centre().incidentsOpen()).isZero();
        assertThat(centre().incidentsTotal()).isEqualTo(1);
    }

    @Test
    void aCommissionEndsCountsOfItsProvinceOnce() {
        assertThat(reason(end("nec-busan"))).isEqualTo(Reason.UNKNOWN_COUNTING_CENTRE);
        accept(end("nec-seoul"));

        assertThat(centre().endReported()).isNotNull();
        assertThat(centre().stage()).isNull();
        assertThat(reason(end("nec-seoul"))).isEqualTo(Reason.ALREADY_THERE);
    }

    private UUID incident(IncidentKind kind) {
        UUID id = new UUID(5, 1);
        story.tell(new Event.IncidentReported(id, "서울강남-0001", Story.GANGNAM, kind, 1, "소란", POST, null, NOW,
                IncidentSource.RADIO, null, Story.SOMEBODY, Story.SOMEBODY, Handling.SITUATION, Clearance.GENERAL, null,
                null));
        return id;
    }

    private static CountingCommand end(String commission) {
        return new CountingCommand.ReportEnd(POST, new UnitCode(commission), NOW);
    }

    private static CountingCommand reach(CountingStage stage, long seconds) {
        return new CountingCommand.Reach(POST, stage, NOW.plusSeconds(seconds), true);
    }

    private static CountingCommand cordon(Cordon cordon, @Nullable Integer planned,
            @Nullable Integer actual) {
        return new CountingCommand.SetCordons(POST, List.of(new CordonStrength(cordon, planned, actual)), true);
    }

    private void accept(CountingCommand command) {
        Decision decision = CountingCentres.decide(story.now(), NOW, ROOM, command);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        ((Decision.Accepted) decision).events().forEach(story::tell);
    }

    private Reason reason(CountingCommand command) {
        return ((Decision.Refused) CountingCentres.decide(story.now(), NOW, ROOM, command)).reason();
    }

    private CountingCentre centre() {
        return story.now().find(CountingCentre.key(POST), CountingCentre.class).orElseThrow();
    }
}
