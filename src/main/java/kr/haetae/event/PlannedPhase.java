package kr.haetae.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of an operation's timetable.
 *
 * @param id stays the line's own when it is moved
 * @param from when it begins, by the operation's clock
 */
public record PlannedPhase(UUID id, Phase phase, Instant from) {}
