package kr.haetae.event;

import java.time.Instant;
import java.util.UUID;

/**
 * One post of a sweep.
 *
 * @param state {@code NEVER_REPORTED}, {@code LATE} or {@code LOST_CONTACT}
 * @param due when the report that did not come was due
 */
public record PostSilence(UUID post, PostState state, Instant due) {}
