package kr.haetae.picture;

import java.util.List;
import kr.haetae.event.AlarmEvent;
import kr.haetae.event.AlarmKind;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.Incident;
import kr.haetae.post.Silence;

/** What a random story tells of alarms: that somebody took note of some, also where nothing is to be noted. */
final class AlarmSteps {
    private AlarmSteps() {}

    static void take(Story story, Stories.Step step) {
        UnitCode unit = Story.UNITS.get((step.which() + step.station()) % Story.UNITS.size());
        AlarmKind kind = List.of(AlarmKind.values()).get((step.which() + 3 * step.code()) % AlarmKind.values().length);
        story.tell(new AlarmEvent.AlarmAcknowledged(unit, kind, subject(story, kind, step).toString(),
                Story.START.plusSeconds(60L * story.length()), Story.SOMEBODY));
    }

    private static Key subject(Story story, AlarmKind kind, Stories.Step step) {
        UnitCode station = Story.STATIONS.get(step.station());
        return switch (kind.subject()) {
            case "incident" -> Incident.key(story.incident(step.which()));
            case "silence" -> Silence.key(station);
            case "overdue" -> new Key("overdue", station.value());
            case "directive" -> new Key("directive", DirectiveSteps.directive(step.which() % 4).toString());
            case "storage-gap" -> some(story, "storage-gap");
            case "upward-report" -> some(story, "upward-report");
            case "discrepancy" -> some(story, "discrepancy");
            default -> new Key("unit", station.value());
        };
    }

    /** Whatever of that kind there is. */
    private static Key some(Story story, String kind) {
        for (Held held : story.now().all(kind)) {
            return held.entity().key();
        }
        return new Key("unit", Story.GANGNAM.value());
    }
}
