package kr.haetae.drill;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What became of what was sent. For one context. */
final class Counts {
    /** Of one kind; a repeat of what an earlier run of the drill had sent is counted apart. */
    static final class Of {
        long sent;
        long acknowledged;
        long repeated;
        long refused;
        long unknown;

        Of plus(Of other) {
            Of sum = new Of();
            sum.sent = sent + other.sent;
            sum.acknowledged = acknowledged + other.acknowledged;
            sum.repeated = repeated + other.repeated;
            sum.refused = refused + other.refused;
            sum.unknown = unknown + other.unknown;
            return sum;
        }
    }

    private final Map<Kind, Of> kinds = new EnumMap<>(Kind.class);
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Map<String, String> examples = new TreeMap<>();
    private long retried;
    private long[] tailLags = new long[4_096];
    private int tailLagged;

    Of of(Kind kind) {
        return kinds.computeIfAbsent(kind, none -> new Of());
    }

    Map<Kind, Of> kinds() {
        return kinds;
    }

    Of all() {
        return kinds.values().stream().reduce(new Of(), Of::plus);
    }

    void refused(Kind kind, String code, String detail) {
        of(kind).refused++;
        String key = kind.words() + ": " + code;
        refusals.merge(key, 1L, Long::sum);
        examples.putIfAbsent(key, detail);
    }

    /** By kind and code: how many. */
    Map<String, Long> refusals() {
        return refusals;
    }

    String example(String refusal) {
        return examples.getOrDefault(refusal, "");
    }

    void retried() {
        retried++;
    }

    long retries() {
        return retried;
    }

    /** How long after its receipt an entry stood on headquarters' screen. */
    void onScreen(long nanos) {
        if (tailLagged == tailLags.length) {
            tailLags = Arrays.copyOf(tailLags, 2 * tailLagged);
        }
        tailLags[tailLagged++] = Math.max(0, nanos);
    }

    /** So many of a hundred were on screen within this time, in milliseconds; 0 when nothing was. */
    double tailLagMillis(double percent) {
        if (tailLagged == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(tailLags, tailLagged);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(tailLagged - 1, Math.floor(percent / 100 * tailLagged))] / 1e6;
    }
}
