package kr.haetae.picture;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.CaseEvent;
import kr.haetae.event.CaseOrigin;
import kr.haetae.event.CasePersons;
import kr.haetae.event.CaseStage;
import kr.haetae.event.CrimeKind;
import kr.haetae.event.NamedId;
import kr.haetae.event.UnitCode;
import kr.haetae.event.VisitAsker;
import kr.haetae.event.VisitEvent;

/** What a random story tells of cases and of visits inside polling places: also in an order that no decision would let through. */
public final class CaseSteps {
    public static final LocalDate ELECTION_DAY = LocalDate.of(2026, 6, 3);

    private CaseSteps() {}

    public static UUID caseId(int number) {
        return NamedId.of(Story.OPERATION, "case" + number);
    }

    public static UUID visit(int number) {
        return NamedId.of(Story.OPERATION, "visit" + number);
    }

    public static void open(Story story, int number, UnitCode unit) {
        story.tell(new CaseEvent.CaseOpened(caseId(number), unit + "-사건-" + number, unit,
                List.of(CrimeKind.values()).get(number % 8), CaseOrigin.REPORT, null, ELECTION_DAY, null,
                "식사 제공", new CasePersons(number, 0, 1), Story.SOMEBODY));
    }

    public static void enter(Story story, int number, UUID post, UnitCode unit) {
        story.tell(new VisitEvent.VisitRecorded(visit(number), post, unit, VisitAsker.POLL_MANAGER, Story.START,
                Story.START.plusSeconds(60), 2, true, "소란", null, Story.SOMEBODY));
    }

    static void cases(Story story, Stories.Step step) {
        UUID id = caseId(step.which());
        UnitCode unit = Story.STATIONS.get(step.station());
        int code = step.code();
        switch ((step.station() + code) % 6) {
            case 0 -> story.tell(
                    new CaseEvent.CaseStageMoved(id, List.of(CaseStage.values()).get(code), null, Story.SOMEBODY));
            case 1 ->
                story.tell(new CaseEvent.CasePersonsCounted(id, new CasePersons(code, 2, 0), "추가", Story.SOMEBODY));
            case 2 -> story.tell(new CaseEvent.CaseCorrected(id, List.of(CrimeKind.values()).get(code), null, null,
                    ELECTION_DAY.plusDays(code), null, "정정", Story.SOMEBODY));
            case 3 -> story.tell(new CaseEvent.CaseTransferred(id, unit, "이송", Story.SOMEBODY));
            case 4 -> story.tell(new CaseEvent.CaseLimitationNear(id, ELECTION_DAY.plusMonths(6),
                    List.of(30, 14, 7, 3, 1).get(code)));
            default -> {
                story.tell(new CaseEvent.CaseNoted(id, "조사", Story.SOMEBODY));
                story.tell(new CaseEvent.CaseLinked(id, story.incident(code), Story.SOMEBODY));
            }
        }
    }

    static void visits(Story story, Stories.Step step) {
        UUID id = visit(step.which());
        switch (step.code()) {
            case 0, 1 -> enter(story, step.which(), NamedId.of(Story.OPERATION, "post" + step.which()),
                    Story.STATIONS.get(step.station()));
            case 2, 3 -> story.tell(new VisitEvent.VisitEnded(id, Story.START.plusSeconds(600), Story.SOMEBODY));
            default -> story.tell(new VisitEvent.VisitCorrected(id, null, null, null, null, 3, null, "착오",
                    Story.SOMEBODY));
        }
    }
}
