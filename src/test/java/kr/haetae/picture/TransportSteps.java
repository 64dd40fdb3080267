package kr.haetae.picture;

import java.util.List;
import java.util.UUID;
import kr.haetae.event.BoxSeen;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.CustodySide;
import kr.haetae.event.DiscrepancyFound;
import kr.haetae.event.DiscrepancyKind;
import kr.haetae.event.NamedId;
import kr.haetae.event.OverdueKind;
import kr.haetae.event.PlannedRoute;
import kr.haetae.event.TransportKind;
import kr.haetae.event.TransportSettings;
import kr.haetae.event.UnitCode;

/** What a random story tells of ballot boxes: also in an order that no decision would let through. */
public final class TransportSteps {
    private TransportSteps() {}

    static UUID route(int number) {
        return NamedId.of(Story.OPERATION, "route" + number);
    }

    static UUID discrepancy(int number) {
        return NamedId.of(Story.OPERATION, "discrepancy" + number);
    }

    static PlannedRoute plan(int number, UnitCode unit, UnitCode to) {
        return new PlannedRoute(route(number), "노선 " + number, TransportKind.TO_COUNTING, unit,
                NamedId.of(Story.OPERATION, "post" + number), "제" + number + "투표소",
                NamedId.of(Story.OPERATION, "post" + number % 2), "개표소", to, Story.START, Story.START.plusSeconds(600),
                List.of("다리"), List.of("함" + number % 3));
    }

    static List<DiscrepancyFound> found(int number) {
        return List.of(new DiscrepancyFound(discrepancy(number), DiscrepancyKind.ONE_OFFICER, null, List.of("2"),
                List.of("1")));
    }

    static void take(Story story, Stories.Step step) {
        UUID route = route(step.which());
        UnitCode unit = Story.STATIONS.get(step.station());
        var at = Story.START.plusSeconds(60L * step.code());
        List<BoxSeen> seen = List.of(new BoxSeen("함" + step.code() % 3, List.of("S" + step.station()), false));
        switch (step.what() % 4 * 4 + step.station()) {
            case 0, 1, 2 -> story.tell(new CustodyEvent.RoutesPlanned("list",
                    List.of(plan(step.which(), unit, Story.SAHA)), Story.SOMEBODY));
            case 3 -> story.tell(new CustodyEvent.RouteChanged(plan(step.which(), unit, Story.JONGNO), "변경",
                    Story.SOMEBODY));
            case 4 -> story.tell(new CustodyEvent.RouteCancelled(route, "통합", Story.SOMEBODY));
            case 5, 6 -> story.tell(new CustodyEvent.TransportDeparted(route, at, seen, List.of(Story.SOMEBODY), 1,
                    null, found(step.which()), Story.SOMEBODY));
            case 7 -> story.tell(new CustodyEvent.TransportCheckpointPassed(route, "다리", null, at, List.of(),
                    Story.SOMEBODY));
            case 8 -> story.tell(new CustodyEvent.TransportStopped(route, "신호", at, List.of(), Story.SOMEBODY));
            case 9 -> story.tell(new CustodyEvent.TransportResumed(route, at, List.of(), Story.SOMEBODY));
            case 10 -> story.tell(new CustodyEvent.TransportArrived(route, NamedId.of(Story.OPERATION, "post1"),
                    "개표소", unit, at, step.code() > 2 ? seen : null, List.of(), Story.SOMEBODY));
            case 11 -> story.tell(new CustodyEvent.TransportHandedOver(route, CustodySide.GIVING, at, null, null,
                    List.of(), Story.SOMEBODY));
            case 12 -> story.tell(new CustodyEvent.TransportHandedOver(route, CustodySide.RECEIVING, at, seen,
                    Story.OTHER, List.of(), Story.SOMEBODY));
            case 13 -> story.tell(new CustodyEvent.RoutesOverdue(unit,
                    List.of(OverdueKind.values()).get(step.code() % 4), List.of(route, route(step.which() + 1))));
            case 14 -> {
                story.tell(new CustodyEvent.OverdueAcknowledged(unit, null, Story.SOMEBODY));
                story.tell(new CustodyEvent.TransportSettingsChanged(new TransportSettings(step.code(), 30, 10, 30),
                        Story.SOMEBODY));
            }
            default -> {
                story.tell(new CustodyEvent.DiscrepancyExplained(discrepancy(step.which()), route, "소명",
                        Story.SOMEBODY));
                story.tell(new CustodyEvent.DiscrepancyAccepted(discrepancy(step.which()), route, Story.OTHER));
            }
        }
    }
}
