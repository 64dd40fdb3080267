package kr.haetae.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which police unit answers for a place, as far as the tables know it. What they do not know is never guessed. */
public sealed interface Jurisdiction {
    /** The code of the responsible agency, or null where the tables do not settle it. */
    @Nullable
    String agency();

    /** One unit answers for the place. */
    record Mapped(String station, String agency) implements Jurisdiction {}

    /** One of several units answers for the place; at least two candidates. */
    record Ambiguous(@Nullable String agency, List<String> candidates) implements Jurisdiction {
        public Ambiguous {
            candidates = List.copyOf(candidates);
            if (candidates.size() < 2) {
                throw new IllegalArgumentException(
                        "an ambiguous jurisdiction has at least two candidates: " + candidates);
            }
        }
    }

    /** The tables name no unit for the place. */
    record Unmapped(@Nullable String agency) implements Jurisdiction {}
}
