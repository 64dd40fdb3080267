package kr.haetae.event;

import java.time.Instant;

/** What rooms say of alarms. */
public sealed interface AlarmEvent extends Event.Operational {
    /**
     * A room took note of an alarm; it stays on screen for as long as its cause lasts.
     *
     * @param unit whose room
     * @param subject the key of what it is about, such as {@code incident/0192…}, or {@code unit/} and the unit's own code when it
     *     is about many at once
     * @param since when the cause began that was taken note of: what began later is another alarm
     */
    record AlarmAcknowledged(UnitCode unit, AlarmKind kind, String subject, Instant since, Person by)
            implements
                AlarmEvent {}
}
