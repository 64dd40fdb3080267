package kr.haetae.force;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Occurrence;
import kr.haetae.event.Person;
import kr.haetae.event.Position;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is at a post.
 *
 * @param person who, for everything that asks for the same person again
 * @param unplanned he is on no deployment to this post
 * @param clock both times when the device's clock was wrong, else absent
 * @param enteredBy who entered it for him
 * @param movedFrom the post at which he was until then
 */
public record Present(
        UUID person,
        @JsonUnwrapped Person who,
        Instant at,
        boolean unplanned,
        @Nullable UUID deployment,
        @Nullable Occurrence clock,
        @Nullable Position position,
        @Nullable String reason,
        @Nullable Person enteredBy,
        @Nullable UUID movedFrom) {}
