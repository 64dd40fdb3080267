package kr.haetae.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bodies of versions that are no longer written, as ledgers hold them for ever. */
sealed interface Former {
    /** By type and version. */
    Map<String, Class<?>> SHAPES = Map.of(
            "incident-reported/1", IncidentReported1.class,
            "incident-settings-changed/1", IncidentSettingsChanged1.class);

    /** The same in today's shape. */
    Event today();

    /** Before incidents were routed and restricted. */
    record IncidentReported1(
            UUID incident,
            String number,
            UnitCode unit,
            IncidentKind kind,
            int code,
            String text,
            @Nullable UUID post,
            @Nullable Position position,
            Instant occurredAt,
            IncidentSource source,
            @Nullable String callNumber,
            Person reportedBy,
            Person enteredBy)
            implements
                Former {
        @Override
        public Event today() {
            return new Event.IncidentReported(incident, number, unit, kind, code, text, post, position, occurredAt,
                    source, callNumber, reportedBy, enteredBy, Handling.SITUATION, Clearance.GENERAL, null, null);
        }
    }

    /** Before settings said who gets what. */
    record IncidentSettingsChanged1(Settings settings, Person by) implements Former {
        record Settings(boolean closureNeedsApproval, List<EscalationRule> escalation) {}

        @Override
        public Event today() {
            return new IncidentEvent.IncidentSettingsChanged(new IncidentSettings(settings.closureNeedsApproval(),
                    settings.escalation(), IncidentSettings.STANDARD_ROUTING), by);
        }
    }
}
