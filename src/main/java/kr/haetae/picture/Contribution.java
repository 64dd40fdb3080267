package kr.haetae.picture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one entity adds to a tally.
 *
 * @param figures each adds one to the figure of that name
 * @param unacknowledgedSince set while somebody must still take note of it
 */
public record Contribution(List<String> figures, @Nullable Instant unacknowledgedSince) {
    public static final Contribution NONE = new Contribution(List.of(), null);

    public Contribution {
        figures = List.copyOf(figures);
    }
}
