package kr.haetae.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ballot box as somebody saw it. Box and seal numbers only: ballots' own numbers are never recorded.
 *
 * @param box the number on its label
 * @param seals the numbers on its seals; absent: not looked at
 * @param broken whether a seal is damaged
 */
public record BoxSeen(String box, @Nullable List<String> seals, boolean broken) {
    public BoxSeen {
        seals = seals == null ? null : List.copyOf(seals);
    }
}
