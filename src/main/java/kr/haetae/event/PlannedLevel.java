package kr.haetae.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A step of the phased plan.
 *
 * @param id stays the step's own when it is moved
 * @param from when it takes effect, by the operation's clock; before {@code until}
 */
public record PlannedLevel(UUID id, UnitCode unit, EmergencyLevel level, Instant from, Instant until, String reason) {}
