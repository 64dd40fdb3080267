package kr.haetae.event;

import java.util.List;

/**
 * How incidents are worked in an operation.
 *
 * @param closureNeedsApproval whether a room only requests a closure and a commander closes
 * @param escalation in the order in which they are looked at
 */
public record IncidentSettings(boolean closureNeedsApproval, List<EscalationRule> escalation) {
    /** The limits are ours until a force gives its own (L): code 0 and 1 are the ones where seconds count. */
    public static final IncidentSettings STANDARD = new IncidentSettings(false, List.of(
            new EscalationRule(null, 0, null, EscalationRule.Waiting.ACKNOWLEDGEMENT, 2),
            new EscalationRule(null, 1, null, EscalationRule.Waiting.ACKNOWLEDGEMENT, 5),
            new EscalationRule(null, null, null, EscalationRule.Waiting.ACKNOWLEDGEMENT, 15),
            new EscalationRule(null, 0, null, EscalationRule.Waiting.VERIFICATION, 30)));

    public IncidentSettings {
        escalation = List.copyOf(escalation);
    }
}
