package kr.haetae.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.DeploymentState;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.ForceKind;
import kr.haetae.event.ForceStrength;
import kr.haetae.event.NamedId;
import kr.haetae.event.Occurrence;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.Person;
import kr.haetae.event.Phase;
import kr.haetae.event.PlannedDeployment;
import kr.haetae.event.PlannedPhase;
import kr.haetae.event.ReserveState;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What a random story tells of people: also in an order that no decision would let through, for a fold must stand it. */
final class ForceSteps {
    private static final Instant SHIFT = Instant.parse("2026-06-02T20:00:00Z");

    private ForceSteps() {}

    static void take(Story story, Stories.Step step) {
        int which = step.which();
        int code = step.code();
        UnitCode unit = Story.STATIONS.get(step.station());
        switch (step.what()) {
            case 7 -> story.tell(new ForceEvent.StrengthSet("list", List.of(strength(which, unit, code)),
                    Story.SOMEBODY));
            case 8, 9, 10 -> story.tell(new ForceEvent.DeploymentsPlanned("plan",
                    List.of(plan(which, unit, code), plan(which + 1, unit, code)), Story.SOMEBODY));
            case 11, 12 -> story.tell(new ForceEvent.DeploymentMoved(deployment(which),
                    List.of(DeploymentState.values()).get(code), Occurrence.exact(SHIFT), null, Story.SOMEBODY));
            case 13, 14, 15 -> story.tell(new ForceEvent.CheckedIn(post(which), unit,
                    code == 0 ? null : deployment(which - which % 2), person(code), Occurrence.exact(SHIFT.plusSeconds(
                            60L * story.length() - 600L * step.station())),
                    null, null, Story.SOMEBODY));
            case 16 -> story.tell(new ForceEvent.CheckedOut(post(which), unit, person(code), Occurrence.exact(SHIFT),
                    null, Story.SOMEBODY));
            case 17 -> story.tell(new ForceEvent.AttendanceCorrected(deployment(which), code, "확인", Story.SOMEBODY));
            case 18 -> story.tell(new ForceEvent.ReserveRequested(id("request", which), unit, 80,
                    ForceKind.MOBILE_UNIT, null, "집회", Story.SOMEBODY));
            case 19 -> story.tell(code == 0
                    ? new ForceEvent.ReserveApproved(id("request", which), List.of(id("force", which), id("force", 1)),
                            Story.SOMEBODY)
                    : new ForceEvent.ReserveMoved(id("request", which), List.of(ReserveState.values()).get(code + 2),
                            SHIFT, null,
                            Story.SOMEBODY));
            default -> rest(story, unit, which, code);
        }
    }

    private static void rest(Story story, UnitCode unit, int which, int code) {
        switch (code) {
            case 0 -> story.tell(new ForceEvent.DeploymentsFellLate(unit, List.of(deployment(which))));
            case 3 -> story.tell(
                    new ForceEvent.ShiftsTurned(unit, List.of(deployment(which)), List.of(deployment(which + 1))));
            case 1 -> story.tell(new OperationEvent.TimetableSet(List.of(new PlannedPhase(id("line", 1),
                    Phase.STAND_DOWN, SHIFT.plus(Duration.ofHours(which)))), Story.SOMEBODY));
            case 2 -> story.tell(which == 0 ? new OperationEvent.OperationClosed("끝", Story.SOMEBODY)
                    : new ForceEvent.DeploymentMoved(deployment(which), DeploymentState.RELIEVED,
                            Occurrence.exact(SHIFT), null, Story.SOMEBODY));
            default -> story.tell(new ForceEvent.StrengthSet("list", List.of(strength(which, unit, code)),
                    Story.SOMEBODY));
        }
    }

    private static ForceStrength strength(int which, UnitCode unit, int code) {
        return new ForceStrength(id("force", which), unit, which % 2 == 0 ? ForceKind.MOBILE_UNIT : ForceKind.TRAFFIC,
                which + "중대", 3 * code, code, 0, 0);
    }

    /** Even numbers are circuits of two posts, odd ones single posts; the same number again changes how many people it has. */
    private static PlannedDeployment plan(int which, UnitCode unit, int code) {
        List<UUID> posts = which % 2 == 0 ? List.of(post(which), post(which + 1)) : List.of(post(which));
        Instant from = SHIFT.plus(Duration.ofHours(which));
        return new PlannedDeployment(deployment(which), unit, which % 3 == 0 ? null : id("force", which % 3), posts,
                code + 1, from, from.plus(Duration.ofHours(8)));
    }

    private static Person person(int code) {
        @Nullable
        UUID account = code == 4 ? null : new UUID(9, code);
        return new Person(account, "이경장 " + code, Story.GANGNAM);
    }

    private static UUID deployment(int which) {
        return id("deployment", which);
    }

    private static UUID post(int which) {
        return id("post", which);
    }

    private static UUID id(String kind, int which) {
        return NamedId.of(Story.OPERATION, kind + which);
    }
}
