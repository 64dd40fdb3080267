package kr.haetae.post;

import java.time.Instant;
import java.util.Comparator;
import kr.haetae.event.Occurrence;
import org.jspecify.annotations.Nullable;

/**
 * The newest that is known of a post. Newest by when it occurred, not by when it came, so that a report late out of an outbox never
 * turns a newer state back, and any order of arrival ends the same.
 *
 * @param at when it occurred, corrected by how wrong the device's clock was
 * @param clockWrong {@code true} when it was wrong, else absent
 */
public record Heard(SignOfLife kind, Instant at, @Nullable Boolean clockWrong) {
    private static final Comparator<Heard> NEWEST = Comparator.comparing(Heard::at)
            .thenComparing(Heard::kind)
            .thenComparing(heard -> heard.clockWrong() != null);

    static Heard of(SignOfLife kind, Occurrence occurred) {
        return new Heard(kind, occurred.at(), occurred.clockWrong() ? true : null);
    }

    boolean newerThan(@Nullable Heard other) {
        return other == null || NEWEST.compare(this, other) > 0;
    }
}
