package kr.haetae.event;

import java.util.List;

/**
 * How incidents are worked in an operation.
 *
 * @param closureNeedsApproval whether a room only requests a closure and a commander closes
 * @param escalation in the order in which they are looked at
 * @param routing who gets which kinds, in the order in which they are looked at
 */
public record IncidentSettings(boolean closureNeedsApproval, List<EscalationRule> escalation,
        List<RoutingRule> routing) {
    /**
     * Election crimes go to the station's investigation room; deepfake and cyber go to the agency's cyber investigation directly,
     * past the station (domain notes, H).
     */
    public static final List<RoutingRule> STANDARD_ROUTING = List.of(
            new RoutingRule(List.of(IncidentKind.BRIBERY, IncidentKind.FALSE_INFORMATION,
                    IncidentKind.OFFICIAL_INVOLVEMENT, IncidentKind.ELECTION_VIOLENCE,
                    IncidentKind.ILLEGAL_ORGANISATION), Handling.INVESTIGATION, false),
            new RoutingRule(List.of(IncidentKind.DEEPFAKE, IncidentKind.CYBER_ATTACK), Handling.CYBER, true));

    /** The limits are ours until a force gives its own (L): code 0 and 1 are the ones where seconds count. */
    public static final IncidentSettings STANDARD = new IncidentSettings(false, List.of(
            new EscalationRule(null, 0, null, EscalationRule.Waiting.ACKNOWLEDGEMENT, 2),
            new EscalationRule(null, 1, null, EscalationRule.Waiting.ACKNOWLEDGEMENT, 5),
            new EscalationRule(null, null, null, EscalationRule.Waiting.ACKNOWLEDGEMENT, 15),
            new EscalationRule(null, 0, null, EscalationRule.Waiting.VERIFICATION, 30)), STANDARD_ROUTING);

    public IncidentSettings {
        escalation = List.copyOf(escalation);
        routing = List.copyOf(routing);
    }
}
