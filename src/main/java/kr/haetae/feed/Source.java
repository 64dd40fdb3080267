package kr.haetae.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import kr.haetae.picture.Picture;

/**
 * Where an operation's pictures come from.
 *
 * @param confirmedAge how long ago this node last saw that its head is the primary's
 * @param now the operation's clock
 * @param realNow real time, by the database's clock
 */
public record Source(
        UUID operation,
        Supplier<Picture> picture,
        Supplier<Duration> confirmedAge,
        Supplier<Instant> now,
        Supplier<Instant> realNow) {}
