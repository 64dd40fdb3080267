package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Person;
import kr.haetae.event.StorageEvent;
import kr.haetae.event.StorageVisitor;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a storage, once.
 *
 * @param leftAt absent while they are inside
 */
public record StorageAccess(
        @JsonIgnore UUID access,
        UUID post,
        UnitCode unit,
        StorageVisitor who,
        int people,
        String reason,
        Instant enteredAt,
        @Nullable Instant leftAt,
        Person recordedBy)
        implements
            Entity {
    public static final String KIND = "storage-access";

    public static Key key(UUID access) {
        return new Key(KIND, access.toString());
    }

    static StorageAccess entered(StorageEvent.AccessEntered e) {
        return new StorageAccess(e.access(), e.post(), e.unit(), e.who(), e.people(), e.reason(), e.at(), null,
                e.by());
    }

    @Override
    public Key key() {
        return key(access);
    }

    /** While they are inside, everybody above sees it; later the station, and whoever looks it up. */
    @Override
    public Audience audience() {
        Audience upwards = Audience.upwards(unit);
        return leftAt == null ? upwards : upwards.from(UnitKind.STATION);
    }

    @Override
    public boolean chronicled() {
        return true;
    }

    StorageAccess of(UnitCode now) {
        return new StorageAccess(access, post, now, who, people, reason, enteredAt, leftAt, recordedBy);
    }

    StorageAccess left(Instant at) {
        return new StorageAccess(access, post, unit, who, people, reason, enteredAt, at, recordedBy);
    }

    StorageAccess because(String why) {
        return new StorageAccess(access, post, unit, who, people, why, enteredAt, leftAt, recordedBy);
    }
}
