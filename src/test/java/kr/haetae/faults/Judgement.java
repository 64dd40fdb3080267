package kr.haetae.faults;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a history came to.
 *
 * @param acknowledged reports with a receipt
 * @param found those of them that stand in the record once
 * @param doubled reports that stand somewhere twice
 */
record Judgement(int acknowledged, int found, int doubled, List<Violation> violations) {
    Judgement {
        violations = List.copyOf(violations);
    }

    Set<Violation.Kind> kinds() {
        return violations.stream().map(Violation::kind).collect(Collectors.toSet());
    }

    /** Without what an asynchronous standby may cost: then the loss is a figure, and everything else still a promise. */
    Judgement lossAllowed() {
        return new Judgement(acknowledged, found, doubled,
                violations.stream().filter(it -> it.kind() != Violation.Kind.LOST).toList());
    }

    boolean holds() {
        return violations.isEmpty();
    }

    /** Each kind with how often, and the first of it. */
    String summary() {
        Map<Violation.Kind, List<Violation>> kinds = new TreeMap<>(
                violations.stream().collect(Collectors.groupingBy(Violation::kind)));
        return kinds.entrySet().stream()
                .map(it -> "%s ×%d, first: %s".formatted(it.getKey(), it.getValue().size(),
                        it.getValue().getFirst().what()))
                .collect(Collectors.joining("; "));
    }
}
