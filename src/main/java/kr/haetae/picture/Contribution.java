package kr.haetae.picture;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one entity adds to a tally.
 *
 * @param figures how much to the figure of each name
 * @param unsent likewise, to figures that only the course of the tally tells: there are too many of them to be sent with every change
 * @param unacknowledgedSince set while somebody must still take note of it
 */
public record Contribution(Map<String, Long> figures, Map<String, Long> unsent,
        @Nullable Instant unacknowledgedSince) {
    public static final Contribution NONE = new Contribution(Map.of(), Map.of(), null);

    public Contribution {
        figures = Map.copyOf(figures);
        unsent = Map.copyOf(unsent);
    }

    /** One to each of these figures. */
    public static Contribution of(String... figures) {
        return of(Arrays.stream(figures).collect(Collectors.toMap(Function.identity(), figure -> 1L)));
    }

    public static Contribution of(Map<String, Long> figures) {
        return new Contribution(figures, Map.of(), null);
    }

    /** As this one, waiting for somebody to take note since then. */
    public Contribution unacknowledged(Instant since) {
        return new Contribution(figures, unsent, since);
    }

    /** As this one, and one to a figure that only the course tells. */
    public Contribution andUnsent(String figure) {
        return new Contribution(figures, Map.of(figure, 1L), unacknowledgedSince);
    }
}
