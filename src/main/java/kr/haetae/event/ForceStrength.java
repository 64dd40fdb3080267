package kr.haetae.event;

import java.util.UUID;

/**
 * How many people a force has, and how many of them can't be ordered.
 *
 * @param force its id, UUIDv5 of unit, kind and name
 * @param strength everybody, also those below
 */
public record ForceStrength(
        UUID force, UnitCode unit, ForceKind kind, String name, int strength, int onLeave, int training, int detached) {
    /** Who can be ordered (가용경력). */
    public int available() {
        return strength - onLeave - training - detached;
    }
}
