package kr.haetae.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A route of ballot boxes as planned.
 *
 * @param route made of the number, so that a list imported twice changes nothing
 * @param number what is said over the radio, such as 서울마포-회송 12; unique in the operation
 * @param unit of {@code from}, as it was then
 * @param to absent when the destination is known in words only
 * @param toUnit of {@code to}, as it was then
 * @param checkpoints in their order
 * @param boxes numbers of the boxes that are known to go; none: known at departure
 */
public record PlannedRoute(
        UUID route,
        String number,
        TransportKind transportKind,
        UnitCode unit,
        UUID from,
        String fromName,
        @Nullable UUID to,
        String toName,
        @Nullable UnitCode toUnit,
        Instant departsAt,
        Instant arrivesAt,
        List<String> checkpoints,
        List<String> boxes) {
    public PlannedRoute {
        checkpoints = List.copyOf(checkpoints);
        boxes = List.copyOf(boxes);
    }
}
