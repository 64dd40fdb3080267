package kr.haetae.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.DiscrepancyFound;
import kr.haetae.event.DiscrepancyKind;
import kr.haetae.event.NamedId;
import org.jspecify.annotations.Nullable;

/** Gathers the discrepancies that one report brings up. */
final class Findings {
    private final UUID command;
    private final List<DiscrepancyFound> found = new ArrayList<>();

    Findings(UUID command) {
        this.command = command;
    }

    void add(DiscrepancyKind kind, List<String> expected, List<String> instead) {
        add(kind, null, expected, instead);
    }

    void add(DiscrepancyKind kind, @Nullable String box, List<String> expected, List<String> instead) {
        found.add(new DiscrepancyFound(NamedId.of(command, "discrepancy " + found.size()), kind, box, expected,
                instead));
    }

    /** It is said to have been before what comes before it. */
    void inOrder(@Nullable Instant before, Instant at) {
        if (before != null && at.isBefore(before)) {
            add(DiscrepancyKind.OUT_OF_ORDER, List.of(before.toString()), List.of(at.toString()));
        }
    }

    List<DiscrepancyFound> all() {
        return found;
    }
}
