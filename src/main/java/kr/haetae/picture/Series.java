package kr.haetae.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.haetae.event.Clearance;

/**
 * Figures of one unit over time, as a view shows them: what is restricted counts only for whoever is cleared, as in the tallies
 * themselves. What became restricted later stays in the buckets that ended before: all had seen it then.
 *
 * @param figures name → what stood at the end of each bucket, and stands now in the last one if that has not ended
 */
public record Series(Map<String, long[]> figures) {
    /** {@code from}: the first bucket; {@code buckets}: how many. Takes some ten nanoseconds a point of the tally. */
    public static Series of(Picture picture, View view, List<String> figures, long from, int buckets) {
        long[][] sums = new long[figures.size()][buckets];
        for (Clearance clearance : view.clearances()) {
            Optional<Tally> now = picture.find(Tally.key(view.scope(), clearance), Tally.class);
            now.ifPresent(tally -> picture.course().add(tally, figures, from, sums));
        }
        Map<String, long[]> named = new LinkedHashMap<>();
        for (int i = 0; i < sums.length; i++) {
            named.put(figures.get(i), sums[i]);
        }
        return new Series(named);
    }

    /** Of every unit directly below the view's, in the organisation's order. */
    public static List<View> below(Picture picture, View view) {
        List<View> below = new ArrayList<>();
        picture.tree().units().forEach(unit -> {
            if (view.scope().equals(unit.parent())) {
                below.add(new View(unit.code(), view.clearances()));
            }
        });
        return below;
    }
}
