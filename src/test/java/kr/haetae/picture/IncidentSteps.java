package kr.haetae.picture;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.Handling;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.NamedId;
import kr.haetae.event.PlacedTeam;
import kr.haetae.event.TeamState;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.Handovers;
import kr.haetae.incident.IncidentCommand;
import kr.haetae.incident.Incidents;
import kr.haetae.incident.UpwardReports;

/**
 * What a random story tells of incidents' circles. What must not be told of an incident that is restricted is decided as the product
 * does, because only its decisions keep that; the rest comes in any order.
 */
final class IncidentSteps {
    /** So few that much happens to each. */
    private static final int FEW = 3;
    private static final List<Clearance> CLEARANCES = List.of(Clearance.values());

    private IncidentSteps() {}

    static void take(Story story, Stories.Step step) {
        int which = step.which();
        UnitCode unit = Story.UNITS.get((which + step.station()) % Story.UNITS.size());
        UUID incident = story.incident(which % FEW);
        UUID other = story.incident((which + 1 + step.code() % 2) % FEW);
        Author all = new Author(new UUID(6, step.code()), "지휘관", Story.HQ, null, Set.of(Clearance.values()));
        switch (step.what()) {
            case 34 -> decided(story, all, new IncidentCommand.Restrict(incident,
                    CLEARANCES.get(step.code() % CLEARANCES.size()), "보안"));
            case 35 -> story.tell(step.code() < 3
                    ? new IncidentEvent.IncidentShared(incident, unit, "공조", Story.SOMEBODY)
                    : new IncidentEvent.IncidentUnshared(incident, unit, "끝", Story.SOMEBODY));
            case 36 -> upward(story, step, incident, unit);
            case 37 -> decided(story, all, step.code() % 2 == 0 ? new IncidentCommand.Link(incident, other)
                    : new IncidentCommand.Merge(incident, other));
            case 38 -> handOver(story, step, unit);
            default -> teamsAndRooms(story, step, all, unit);
        }
    }

    private static void upward(Story story, Stories.Step step, UUID incident, UnitCode unit) {
        UUID report = NamedId.of(incident, "report" + step.code());
        Author author = new Author(new UUID(6, 1), "상황실", Story.STATIONS.get(step.station()), null,
                Set.of(Clearance.values()));
        tell(story, UpwardReports.send(story.now(), author, new UpwardReports.Send(report, incident, unit, "1보",
                step.code() == 4)));
        if (step.code() % 2 == 0) {
            Author room = new Author(new UUID(6, 2), "상황실", unit, null, Set.of(Clearance.values()));
            tell(story, UpwardReports.receive(story.now(), room, report));
        }
    }

    private static void handOver(Story story, Stories.Step step, UnitCode unit) {
        Author author = new Author(new UUID(6, step.code()), "근무자", unit, null,
                EnumSet.of(Clearance.GENERAL, CLEARANCES.get(step.code() % CLEARANCES.size())));
        UUID handover = NamedId.of(Story.OPERATION, "handover" + story.length());
        tell(story, Handovers.decide(story.now(), author, new Handovers.Command.Offer(handover, null)));
        if (step.code() > 1) {
            Author next = new Author(new UUID(6, 99), "다음 근무자", unit, null);
            tell(story, Handovers.decide(story.now(), next, step.code() == 2 ? new Handovers.Command.Withdraw(handover)
                    : new Handovers.Command.Accept(handover)));
        }
    }

    private static void teamsAndRooms(Story story, Stories.Step step, Author all, UnitCode unit) {
        UUID team = new UUID(4, step.which() % 3);
        UUID incident = story.incident(step.which() % FEW);
        switch (step.code()) {
            case 0 -> story.tell(new IncidentEvent.TeamsSet(List.of(new PlacedTeam(team, unit, "팀")), Story.SOMEBODY));
            case 1, 2 -> decided(story, all, new IncidentCommand.Send(incident, team, null, true));
            case 3 -> decided(story, all, new IncidentCommand.MoveTeam(incident, team, TeamState.CLEARED));
            default -> story.tell(new IncidentEvent.IncidentRouted(incident, Handling.CYBER, unit, Story.SOMEBODY));
        }
    }

    private static void decided(Story story, Author author, IncidentCommand command) {
        tell(story, Incidents.decide(story.now(), Story.START, author, command));
    }

    private static void tell(Story story, Decision decision) {
        if (decision instanceof Decision.Accepted(List<Event> events)) {
            events.forEach(story::tell);
        }
    }
}
