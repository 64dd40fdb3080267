package kr.haetae.drill;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Chance that is the same in every run, on every JDK: {@link Random}'s algorithm is part of its contract. Each subject has its own,
 * so that more posts, or fewer, change nothing for the others.
 */
final class Chance {
    private final Random random;

    Chance(long seed, UUID subject, String matter) {
        long mixed = mix(mix(mix(seed) ^ subject.getMostSignificantBits()) ^ subject.getLeastSignificantBits());
        random = new Random(mix(mixed ^ matter.hashCode()));
    }

    /** The finaliser of SplitMix64: neighbouring seeds of {@link Random} begin alike without it. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** True so often, 0 to 1. */
    boolean often(double share) {
        return random.nextDouble() < share;
    }

    /** A whole number of {@code least} to {@code most}, both included. */
    int from(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** As {@link #from}, but small numbers oftener: people who report on the hour are mostly quick. */
    int early(int least, int most) {
        return Math.min(from(least, most), from(least, most));
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** An index, each as often as its weight says. */
    int weighted(int[] weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = random.nextInt(sum);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index];
            index++;
        }
        return index;
    }
}
