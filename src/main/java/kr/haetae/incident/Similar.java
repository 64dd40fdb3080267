package kr.haetae.incident;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import kr.haetae.event.Position;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;

/** Which incidents likely tell of the same: offered to the room, never merged alone. Pure. */
public final class Similar {
    /** Ours (L): calls about one scene come within minutes, from people who stand around it. */
    static final Duration NEAR_IN_TIME = Duration.ofMinutes(30);

    static final double NEAR_METRES = 300;
    private static final int MOST = 10;
    /** IUGG mean radius. */
    private static final double EARTH_METRES = 6_371_008.8;

    private Similar() {}

    /** The nearest in time first, at most ten: same kind, at the same post or within 300 m, 30 minutes apart at most, open. */
    public static List<Held> to(Picture picture, View view, Incident incident) {
        return StreamSupport.stream(picture.all(Incident.KIND).spliterator(), false)
                .filter(held -> alike(incident, (Incident) held.entity()) && picture.permits(view, held.entity()))
                .sorted(Comparator.comparing(held -> apart(incident, (Incident) held.entity())))
                .limit(MOST)
                .toList();
    }

    static boolean alike(Incident one, Incident other) {
        return !one.incident().equals(other.incident())
                && other.status().open()
                && one.incidentKind() == other.incidentKind()
                && apart(one, other).compareTo(NEAR_IN_TIME) <= 0
                && samePlace(one, other);
    }

    private static Duration apart(Incident one, Incident other) {
        return Duration.between(one.occurredAt(), other.occurredAt()).abs();
    }

    private static boolean samePlace(Incident one, Incident other) {
        return (one.post() != null && one.post().equals(other.post()))
                || Optional.ofNullable(one.position())
                        .flatMap(here -> Optional.ofNullable(other.position()).map(there -> metres(here, there)))
                        .filter(metres -> metres <= NEAR_METRES)
                        .isPresent();
    }

    /** Great-circle distance (haversine). */
    static double metres(Position a, Position b) {
        double latitude = Math.toRadians(b.latitude() - a.latitude()) / 2;
        double longitude = Math.toRadians(b.longitude() - a.longitude()) / 2;
        double h = Math.pow(Math.sin(latitude), 2) + Math.cos(Math.toRadians(a.latitude()))
                * Math.cos(Math.toRadians(b.latitude())) * Math.pow(Math.sin(longitude), 2);
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
