package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Person;
import kr.haetae.event.StorageEvent;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;

/**
 * The seals of a storage as they were found once; the photographs belong to it.
 *
 * @param asExpected unbroken, and the numbers that were put on
 */
public record SealCheck(
        @JsonIgnore UUID check,
        UUID post,
        UnitCode unit,
        List<String> seals,
        boolean intact,
        boolean asExpected,
        Instant checkedAt,
        Person checkedBy)
        implements
            Entity {
    public static final String KIND = "seal-check";

    public SealCheck {
        seals = List.copyOf(seals);
    }

    public static Key key(UUID check) {
        return new Key(KIND, check.toString());
    }

    static SealCheck made(StorageEvent.SealChecked e) {
        return new SealCheck(e.check(), e.post(), e.unit(), e.seals(), e.intact(), e.gaps().isEmpty(), e.at(), e.by());
    }

    @Override
    public Key key() {
        return key(check);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).from(UnitKind.STATION);
    }

    @Override
    public boolean chronicled() {
        return true;
    }

    SealCheck of(UnitCode now) {
        return new SealCheck(check, post, now, seals, intact, asExpected, checkedAt, checkedBy);
    }
}
