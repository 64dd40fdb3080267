package kr.haetae.event;

import java.util.List;

/**
 * How directives are followed in an operation.
 *
 * @param chasing one rule for each urgency
 */
public record DirectiveSettings(List<ChaseRule> chasing) {
    /** The limits are ours until a force gives its own (L). */
    public static final DirectiveSettings STANDARD = new DirectiveSettings(List.of(
            new ChaseRule(DirectiveUrgency.ROUTINE, 60, 60),
            new ChaseRule(DirectiveUrgency.URGENT, 15, 10),
            new ChaseRule(DirectiveUrgency.FLASH, 3, 3)));

    public DirectiveSettings {
        chasing = List.copyOf(chasing);
    }

    public ChaseRule of(DirectiveUrgency urgency) {
        return chasing.stream().filter(rule -> rule.urgency() == urgency).findFirst()
                .orElseGet(() -> STANDARD.of(urgency));
    }
}
