package kr.haetae.roster;

import java.time.Instant;
import java.util.List;
import kr.haetae.event.TransportKind;
import org.jspecify.annotations.Nullable;

/**
 * One route of ballot boxes as a list names it.
 *
 * @param to absent when the destination stands in words only
 */
public record RouteRow(
        String number,
        TransportKind kind,
        PostName from,
        @Nullable PostName to,
        @Nullable String toName,
        Instant departsAt,
        Instant arrivesAt,
        List<String> checkpoints,
        List<String> boxes) {
    public RouteRow {
        checkpoints = List.copyOf(checkpoints);
        boxes = List.copyOf(boxes);
    }
}
