package kr.haetae.event;

import org.jspecify.annotations.Nullable;

/**
 * How long an incident may wait before the unit above is told. The first rule that fits counts.
 *
 * @param kind absent: every kind
 * @param code the 112 code, 0 to 4; absent: every code
 * @param phase absent: every phase
 * @param waiting what it waits for
 * @param minutes how long at each level of the tree
 */
public record EscalationRule(
        @Nullable IncidentKind kind, @Nullable Integer code, @Nullable Phase phase, Waiting waiting, int minutes) {
    /** What an incident can wait for too long. */
    public enum Waiting {
        /** Nobody acknowledged it. */
        ACKNOWLEDGEMENT,
        /** It is neither confirmed nor unfounded. */
        VERIFICATION
    }

    public boolean fits(IncidentKind of, int urgency, @Nullable Phase in, Waiting what) {
        return waiting == what && (kind == null || kind == of) && (code == null || code == urgency)
                && (phase == null || phase == in);
    }
}
