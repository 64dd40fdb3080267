package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.erasure.Erasure;
import kr.haetae.erasure.ErasureState;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureBasis;
import kr.haetae.event.Event;
import kr.haetae.event.EventCodec;
import kr.haetae.event.Person;
import kr.haetae.event.Redaction;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.Incident;
import kr.haetae.incident.Incidents;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/**
 * One entry as a reader sees it.
 *
 * @param type of the event, such as {@code incident-acknowledged}
 * @param event its fields; of an erased entry those that are left
 * @param erasable whether its words can be destroyed
 * @param erasure the last request to destroy them, or that they are
 */
record TimelineLine(
        long seq, Instant at, Instant realAt, String type, UUID account, UnitCode unit, Event event,
        boolean erasable, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Erasing erasure) {
    /** Who wanted the words gone, why, and who decided; all of the operation's time. */
    record Erasing(
            ErasureState state, String reason, ErasureBasis basis, Instant requestedAt, Person requestedBy,
            @Nullable Instant decidedAt, @Nullable Person decidedBy) {
        static Erasing of(Erasure erasure) {
            return new Erasing(erasure.state(), erasure.reason(), erasure.basis(), erasure.requestedAt(),
                    erasure.requestedBy(), erasure.decidedAt(), erasure.decidedBy());
        }
    }

    /** An incident's history without what names another one that the caller is not cleared for. */
    static List<TimelineLine> of(List<Entry> entries, Picture picture, Set<Clearance> clearances) {
        return entries.stream()
                .filter(entry -> Incidents.named(entry.event())
                        .flatMap(other -> picture.find(Incident.key(other), Incident.class))
                        .map(other -> clearances.contains(other.clearance()))
                        .orElse(true))
                .map(entry -> of(entry, picture))
                .toList();
    }

    static TimelineLine of(Entry entry, Picture picture) {
        Erasing erasing = picture.find(Erasure.key(entry.seq()), Erasure.class).map(Erasing::of).orElse(null);
        boolean gone = erasing != null && erasing.state() == ErasureState.ERASED;
        return new TimelineLine(entry.seq(), entry.at(), entry.realAt(), EventCodec.type(entry.event()),
                entry.account(), entry.unit(), entry.event(), !gone && Redaction.of(entry.event()).isPresent(),
                erasing);
    }
}
