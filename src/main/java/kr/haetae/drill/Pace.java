package kr.haetae.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import kr.haetae.event.OperationClock;

/**
 * What the operation's clock shows, as far as a client can know: the clock as the server tells it, corrected by how far the times
 * that the server sends lie from this machine's. Never ahead of the server's by more than its messages tell.
 */
final class Pace {
    /** Network delays only ever make the server look late; the least late of so many messages is believed. */
    private static final int BELIEVED = 8;

    private final Deque<Duration> offsets = new ArrayDeque<>();
    private OperationClock clock;
    private Instant setAt = Instant.EPOCH;
    private Duration offset = Duration.ZERO;

    Pace(OperationClock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.at(Instant.now().plus(offset));
    }

    int rate() {
        return clock.rate();
    }

    void set(OperationClock next) {
        clock = next;
        setAt = Instant.now();
    }

    /** A slower clock is believed before the server has said so: on a machine that is overloaded its answer takes long. */
    void slow(int rate) {
        Instant here = Instant.now().plus(offset);
        set(new OperationClock(here, clock.at(here), rate));
    }

    /** The server says that its operation's clock shows this now. What was said about another rate is not looked at. */
    void heard(Instant at) {
        Instant here = Instant.now();
        if (Duration.between(setAt, here).compareTo(Duration.ofSeconds(3)) < 0 || at.isBefore(clock.start())) {
            return;
        }
        Instant there = clock.anchor().plus(Duration.between(clock.start(), at).dividedBy(clock.rate()));
        offsets.addLast(Duration.between(here, there));
        if (offsets.size() > BELIEVED) {
            offsets.removeFirst();
        }
        offset = offsets.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** How much real time such a span takes now. */
    Duration real(Duration shown) {
        return shown.dividedBy(clock.rate());
    }
}
