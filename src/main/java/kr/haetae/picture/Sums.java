package kr.haetae.picture;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/**
 * Whole numbers by name, ascending by name; none is 0. Immutable. A tally changes with almost every entry, and the log keeps its
 * versions: those with the same names share them, and a change copies nothing but the numbers.
 */
public final class Sums {
    static final Sums NONE = new Sums(new String[0], new long[0]);

    private final String[] names;
    private final long[] numbers;

    private Sums(String[] names, long[] numbers) {
        this.names = names;
        this.numbers = numbers;
    }

    /** Those that are not 0. */
    static Sums of(Map<String, Long> numbers) {
        Map<String, Long> ascending = new TreeMap<>(numbers);
        ascending.values().removeIf(number -> number == 0);
        return new Sums(ascending.keySet().toArray(String[]::new),
                ascending.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** 0 when there is none of that name. */
    long number(String name) {
        int at = Arrays.binarySearch(names, name);
        return at < 0 ? 0 : numbers[at];
    }

    Sums plus(Map<String, Long> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        long[] sums = numbers.clone();
        boolean same = true;
        for (Map.Entry<String, Long> change : changes.entrySet()) {
            int at = Arrays.binarySearch(names, change.getKey());
            if (at >= 0) {
                sums[at] += change.getValue();
                same &= sums[at] != 0;
            } else {
                same &= change.getValue() == 0;
            }
        }
        return same ? new Sums(names, sums) : withOtherNames(changes);
    }

    private Sums withOtherNames(Map<String, Long> changes) {
        Map<String, Long> sums = toMap();
        changes.forEach((name, amount) -> sums.merge(name, amount, Long::sum));
        return of(sums);
    }

    public List<String> names() {
        return List.of(names);
    }

    void forEach(ObjLongConsumer<String> taker) {
        for (int at = 0; at < names.length; at++) {
            taker.accept(names[at], numbers[at]);
        }
    }

    /** The caller's own, in the names' order. */
    Map<String, Long> toMap() {
        Map<String, Long> map = LinkedHashMap.newLinkedHashMap(names.length);
        forEach(map::put);
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sums that && Arrays.equals(numbers, that.numbers) && Arrays.equals(names, that.names);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(names) + Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
