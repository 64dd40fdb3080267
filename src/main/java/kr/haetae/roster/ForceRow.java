package kr.haetae.roster;

import kr.haetae.event.ForceKind;

/**
 * One force as a list names it.
 *
 * @param unit as written: a code, label or name
 */
public record ForceRow(
        String unit, ForceKind kind, String name, int strength, int onLeave, int training, int detached) {}
