package kr.haetae.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import kr.haetae.event.Occurrence;
import kr.haetae.event.OperationClock;

/**
 * How wrong a device's clock is, and what that makes of the times it states. The device says in a header what its own real clock
 * shows when it sends; a header, because a repeat must stay the same request.
 */
final class DeviceTime {
    /** RFC 3339 with an offset; absent from clients that can't tell. */
    static final String HEADER = "Haetae-Device-Time";

    /** So far ahead of now may a time be that nobody corrected: no clock is set better by hand. Ours. */
    private static final Duration BELIEVED = Duration.ofMinutes(5);
    /** Nothing has happened later than now; this much is left to the network and to rounding. Ours. */
    private static final Duration ROUNDING = Duration.ofSeconds(5);
    /** Beyond a lifetime either way, no clock is wrong, the text is. */
    private static final Duration LONGEST = Duration.ofDays(366L * 100);

    private DeviceTime() {}

    /**
     * The time of an event as the device states it and as it is taken. Fails with {@code malformed-device-time} (400) when the
     * header is no time.
     *
     * @param clock the operation's, at which {@code stated} was read off
     * @param stated the operation's time by the device
     * @param realNow when the request arrived
     */
    static Occurrence of(Call call, OperationClock clock, Instant stated, Instant realNow) {
        return of(Optional.ofNullable(call.context().request().getHeader(HEADER)).map(DeviceTime::parsed), clock,
                stated,
                realNow);
    }

    /**
     * The time alone, corrected by what the header says and left as it is without one. A time in the future stays in the future: whoever
     * typed it must hear of it.
     */
    static Instant corrected(Call call, OperationClock clock, Instant stated, Instant realNow) {
        if (call.context().request().getHeader(HEADER) == null
                || Duration.between(clock.at(realNow), stated).abs().compareTo(LONGEST) > 0) {
            return stated;
        }
        return stated.minusSeconds((long) of(call, clock, stated, realNow).deviceOffSeconds() * clock.rate());
    }

    static Occurrence of(Optional<Instant> device, OperationClock clock, Instant stated, Instant realNow) {
        Instant now = clock.at(realNow);
        Duration ahead = Duration.between(now, stated);
        Duration off = device.map(it -> Duration.between(realNow, it)).orElseGet(() -> implied(ahead, clock.rate()));
        Duration corrected = shorter(ahead.minus(off.multipliedBy(clock.rate())), ROUNDING);
        Instant at = now.plus(shorter(LONGEST, corrected.negated()).negated());
        return new Occurrence(stated, at, Math.clamp(off.toSeconds(), Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    /** Without the header only a future that can't be tells that a clock is wrong. */
    private static Duration implied(Duration ahead, int rate) {
        Duration off = ahead.dividedBy(rate);
        return off.compareTo(BELIEVED) > 0 ? off : Duration.ZERO;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Instant parsed(String text) {
        try {
            Instant time = OffsetDateTime.parse(text.strip()).toInstant();
            if (Math.abs(Duration.between(Instant.EPOCH, time).toDays()) <= LONGEST.toDays() * 2) {
                return time;
            }
        } catch (DateTimeException e) {
            throw malformed().exception();
        }
        throw malformed().exception();
    }

    private static Problem malformed() {
        return Problem.bad("malformed-device-time", "The header " + HEADER
                + " is what the device's clock shows, such as 2026-06-03T10:07:21.114+09:00.");
    }
}
