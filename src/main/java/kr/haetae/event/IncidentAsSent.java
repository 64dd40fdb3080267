package kr.haetae.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stood when it was reported upwards: what was said stays said, whatever becomes of it.
 *
 * @param status the name of its status then
 */
public record IncidentAsSent(
        String number,
        UnitCode unit,
        IncidentKind kind,
        int code,
        String status,
        Veracity veracity,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @Nullable IncidentOutcome outcome) {}
