package kr.haetae.alarm;

import java.time.Instant;
import kr.haetae.event.AlarmKind;
import kr.haetae.picture.Key;

/**
 * Take note of an alarm for one's own room.
 *
 * @param subject what it is about; the author's own unit when it is about many at once
 * @param since when its newest cause began
 */
public record AcknowledgeAlarm(AlarmKind kind, Key subject, Instant since) {}
