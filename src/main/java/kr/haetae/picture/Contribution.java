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
 * @param unacknowledgedSince set while somebody must still take note of it
 */
public record Contribution(Map<String, Long> figures, @Nullable Instant unacknowledgedSince) {
    public static final Contribution NONE = new Contribution(Map.of(), null);

    public Contribution {
        figures = Map.copyOf(figures);
    }

    /** One to each of these figures. */
    public static Contribution of(String... figures) {
        return of(Arrays.stream(figures).collect(Collectors.toMap(Function.identity(), figure -> 1L)));
    }

    public static Contribution of(Map<String, Long> figures) {
        return new Contribution(figures, null);
    }

    /** As this one, waiting for somebody to take note since then. */
    public Contribution unacknowledged(Instant since) {
        return new Contribution(figures, since);
    }
}
