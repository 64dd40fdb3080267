package kr.haetae.load;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/** A row of equal measurements. */
record Figures(List<Double> values) {
    Figures {
        values = List.copyOf(values);
    }

    double median() {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public String toString() {
        return Arrays.toString(values.stream().map(value -> "%.2f".formatted(value)).toArray());
    }

    static void print(String line) {
        System.out.println(line);
    }

    /** How things go. */
    static void say(String line) {
        System.err.println(line);
    }

    /** The machine's load average of the last minute: what else ran is in it. */
    static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
