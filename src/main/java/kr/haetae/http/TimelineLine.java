package kr.haetae.http;

import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.EventCodec;
import kr.haetae.event.UnitCode;

/**
 * One entry as a reader sees it.
 *
 * @param type of the event, such as {@code incident-acknowledged}
 * @param event its fields
 */
record TimelineLine(long seq, Instant at, Instant realAt, String type, UUID account, UnitCode unit, Event event) {
    static TimelineLine of(Entry entry) {
        return new TimelineLine(entry.seq(), entry.at(), entry.realAt(), EventCodec.type(entry.event()),
                entry.account(), entry.unit(), entry.event());
    }
}
