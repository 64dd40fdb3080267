package kr.haetae.faults;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault as its clients went through it.
 *
 * @param silenceSeconds the longest time that a screen behind the balancer had no tick
 * @param recoverySeconds from the fault, or from its end where it has one, until all of these screens were current and reports were taken
 * @param withinSeconds what the recovery should take at most; absent where nothing is promised
 * @param notes what else was seen
 */
record Outcome(String fault, int acknowledged, int found, int doubled, double silenceSeconds, double recoverySeconds,
        @Nullable Double withinSeconds, List<String> notes, List<Violation> violations) {
    static final String HEAD = """
            | fault | acknowledged | found | doubled | longest silence on screen | recovery | promised | history | notes |
            |---|---|---|---|---|---|---|---|---|""";

    Outcome {
        notes = List.copyOf(notes);
        violations = List.copyOf(violations);
    }

    static Outcome of(String fault, Judgement judgement, Duration silence, Duration recovery,
            @Nullable Duration within, List<String> notes) {
        return new Outcome(fault, judgement.acknowledged(), judgement.found(), judgement.doubled(), seconds(silence),
                seconds(recovery), within == null ? null : seconds(within), notes, judgement.violations());
    }

    static Outcome unplayed(String fault, Exception why) {
        return new Outcome(fault, 0, 0, 0, 0, 0, null, List.of(),
                List.of(new Violation(Violation.Kind.UNPLAYED, why.toString())));
    }

    boolean holds() {
        return violations.isEmpty();
    }

    /** Told, not judged: what a busy machine adds is no fault of the product. */
    boolean late() {
        return withinSeconds != null && recoverySeconds > withinSeconds;
    }

    String row() {
        return "| %s | %,d | %,d | %d | %.1f s | %.1f s%s | %s | %s | %s |".formatted(fault, acknowledged, found,
                doubled, silenceSeconds, recoverySeconds, late() ? " (late)" : "",
                withinSeconds == null ? "–" : "≤ %.0f s".formatted(withinSeconds),
                holds() ? "holds" : "**broken**: " + new Judgement(acknowledged, found, doubled, violations).summary(),
                String.join("; ", notes));
    }

    private static double seconds(Duration duration) {
        return Math.round(duration.toMillis() / 100.0) / 10.0;
    }
}
