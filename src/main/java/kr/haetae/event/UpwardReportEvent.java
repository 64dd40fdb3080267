package kr.haetae.event;

import java.util.UUID;

/** Reports about an incident to a unit above (1보·2보·최종보). */
public sealed interface UpwardReportEvent extends Event.Operational {
    /**
     * @param ordinal 1 for 1보, counted for each incident
     * @param last 최종보: none follows unless the incident is reopened
     * @param sent the incident as it stood
     * @param from whose room sent it
     * @param to the unit above that it is addressed to
     */
    record UpwardReportSent(UUID report, UUID incident, int ordinal, boolean last, String text, IncidentAsSent sent,
            UnitCode from, UnitCode to, Person by)
            implements
                UpwardReportEvent {}

    /** The room that it is addressed to has read it. */
    record UpwardReportReceived(UUID report, UUID incident, Person by) implements UpwardReportEvent {}
}
