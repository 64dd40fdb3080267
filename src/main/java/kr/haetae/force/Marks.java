package kr.haetae.force;

/**
 * What is odd about a deployment, for somebody to see and decide; nothing is put right silently.
 *
 * @param due its shift runs, by the plan
 * @param late its shift began, and nobody is on post
 * @param doubled its force has fewer people available than are planned at once
 * @param beyondEnd its shift goes on after the timetable's stand-down
 */
public record Marks(boolean due, boolean late, boolean doubled, boolean beyondEnd) {
    static final Marks NONE = new Marks(false, false, false, false);

    Marks due(boolean now) {
        return now == due ? this : new Marks(now, late, doubled, beyondEnd);
    }

    Marks late(boolean now) {
        return now == late ? this : new Marks(due, now, doubled, beyondEnd);
    }

    Marks doubled(boolean now) {
        return now == doubled ? this : new Marks(due, late, now, beyondEnd);
    }

    Marks beyondEnd(boolean now) {
        return now == beyondEnd ? this : new Marks(due, late, doubled, now);
    }
}
