package kr.haetae.http;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.EventCodec;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.Incident;
import kr.haetae.incident.Incidents;
import kr.haetae.picture.Picture;

/**
 * One entry as a reader sees it.
 *
 * @param type of the event, such as {@code incident-acknowledged}
 * @param event its fields
 */
record TimelineLine(long seq, Instant at, Instant realAt, String type, UUID account, UnitCode unit, Event event) {
    /** An incident's history without what names another one that the caller is not cleared for. */
    static List<TimelineLine> of(List<Entry> entries, Picture picture, Set<Clearance> clearances) {
        return entries.stream()
                .filter(entry -> Incidents.named(entry.event())
                        .flatMap(other -> picture.find(Incident.key(other), Incident.class))
                        .map(other -> clearances.contains(other.clearance()))
                        .orElse(true))
                .map(TimelineLine::of)
                .toList();
    }

    static TimelineLine of(Entry entry) {
        return new TimelineLine(entry.seq(), entry.at(), entry.realAt(), EventCodec.type(entry.event()),
                entry.account(), entry.unit(), entry.event());
    }
}
