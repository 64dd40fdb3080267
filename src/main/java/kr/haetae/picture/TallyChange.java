package kr.haetae.picture;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What one entry changes in a tally, added up. Used by one thread, then thrown away. */
final class TallyChange {
    private final Map<String, Long> figures = new HashMap<>();
    private final Map<String, Long> unsent = new HashMap<>();
    private final Map<Instant, Integer> waiting = new HashMap<>();

    /** {@code sign}: 1 for what comes, -1 for what goes. */
    void add(Contribution contribution, int sign) {
        contribution.figures().forEach((figure, amount) -> figures.merge(figure, sign * amount, Long::sum));
        contribution.unsent().forEach((figure, amount) -> unsent.merge(figure, sign * amount, Long::sum));
        Instant since = contribution.unacknowledgedSince();
        if (since != null) {
            waiting.merge(since, sign, Integer::sum);
        }
    }

    void add(TallyChange other) {
        other.figures.forEach((figure, amount) -> figures.merge(figure, amount, Long::sum));
        other.unsent.forEach((figure, amount) -> unsent.merge(figure, amount, Long::sum));
        other.waiting.forEach((since, number) -> waiting.merge(since, number, Integer::sum));
    }

    Map<String, Long> figures() {
        return figures;
    }

    Map<String, Long> unsent() {
        return unsent;
    }

    Map<Instant, Integer> waiting() {
        return waiting;
    }
}
