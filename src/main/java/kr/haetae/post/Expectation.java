package kr.haetae.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.haetae.event.PostKind;
import kr.haetae.event.PostState;
import kr.haetae.event.SilenceRule;
import org.jspecify.annotations.Nullable;

/**
 * When the posts of one kind report at present. <b>The next report is due {@code everyMinutes} after the latest of</b>
 * {@code since}, the post's own {@link Watch#since} and its newest report; not at all once it signed off after {@code since}. The post
 * is silent {@code lateMinutes} after that, or after {@code accepting} where that is later.
 *
 * @param since when the operation entered the phase from which on the kind has reported without interruption: a post that was
 *     missed before a change of phase is not forgotten by it
 * @param accepting from when on reports under these very thresholds could be taken: later than {@code since} when the thresholds
 *     changed, or when the servers were away
 */
public record Expectation(
        PostKind postKind, Instant since, Instant accepting, int everyMinutes, int lateMinutes, int lostMinutes) {
    static Expectation of(SilenceRule rule, Instant since, Instant accepting) {
        return new Expectation(rule.kind(), since, accepting, rule.everyMinutes(), rule.lateMinutes(),
                rule.lostMinutes());
    }

    Expectation accepting(Instant from) {
        return new Expectation(postKind, since, from, everyMinutes, lateMinutes, lostMinutes);
    }

    boolean sameThresholds(SilenceRule rule) {
        return everyMinutes == rule.everyMinutes() && lateMinutes == rule.lateMinutes()
                && lostMinutes == rule.lostMinutes();
    }

    /** When the post's next report is due; empty when it signed off. */
    public Optional<Instant> due(Watch watch) {
        return signedOff(watch.last()) ? Optional.empty() : Optional.of(dueAfter(watch));
    }

    /** Whether the last that was heard ended this very duty; a sign-off of an earlier one does not count. */
    boolean signedOff(@Nullable Heard last) {
        return last != null && last.kind() == SignOfLife.SIGN_OFF && !last.at().isBefore(since);
    }

    /** What the post is now by its newest report, this expectation and the time alone. */
    PostState state(Watch watch, Instant now) {
        Heard last = watch.last();
        if (signedOff(last)) {
            return PostState.SIGNED_OFF;
        }
        Instant due = dueAfter(watch);
        if (now.isBefore(later(due, accepting).plus(Duration.ofMinutes(lateMinutes)))) {
            return Watch.unmissed(last);
        }
        if (last == null || last.kind() == SignOfLife.SIGN_OFF) {
            return PostState.NEVER_REPORTED;
        }
        return now.isBefore(later(due, accepting).plus(Duration.ofMinutes(lostMinutes)))
                ? PostState.LATE
                : PostState.LOST_CONTACT;
    }

    private Instant dueAfter(Watch watch) {
        Instant from = watch.since() == null ? since : later(since, watch.since());
        Heard last = watch.last();
        return (last == null ? from : later(from, last.at())).plus(Duration.ofMinutes(everyMinutes));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
