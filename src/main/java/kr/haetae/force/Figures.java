package kr.haetae.force;

import java.util.HashMap;
import java.util.Map;
import kr.haetae.picture.Contribution;

/** Adds a contribution up; a figure of 0 is left out. */
final class Figures {
    private final Map<String, Long> sums = new HashMap<>();

    Figures add(String figure, long amount) {
        if (amount != 0) {
            sums.merge(figure, amount, Long::sum);
        }
        return this;
    }

    Figures addIf(boolean counts, String figure) {
        return add(figure, counts ? 1 : 0);
    }

    Contribution contribution() {
        return sums.isEmpty() ? Contribution.NONE : Contribution.of(sums);
    }
}
