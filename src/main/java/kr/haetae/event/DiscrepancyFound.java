package kr.haetae.event;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A discrepancy, in the event that found it.
 *
 * @param discrepancy {@link NamedId} of the command and its place in the event
 * @param box the number of the box that it is about, if one
 * @param expected what should have been: seals, places, numbers of routes, times, a count
 * @param found what was found instead, likewise
 */
public record DiscrepancyFound(
        UUID discrepancy, DiscrepancyKind kind, @Nullable String box, List<String> expected, List<String> found) {
    public DiscrepancyFound {
        expected = List.copyOf(expected);
        found = List.copyOf(found);
    }
}
