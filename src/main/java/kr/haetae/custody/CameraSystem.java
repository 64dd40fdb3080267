package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * A machine that tells of cameras.
 *
 * @param leaseUntil until when what it said holds
 * @param lostSince when its lease ran out, while it is silent
 */
public record CameraSystem(
        @JsonIgnore UUID system, UnitCode unit, String name, Instant leaseUntil, @Nullable Instant lostSince)
        implements
            Entity {
    public static final String KIND = "camera-system";

    public static Key key(UUID system) {
        return new Key(KIND, system.toString());
    }

    @Override
    public Key key() {
        return key(system);
    }

    /** A lease is renewed all the time; only its end is everybody's. */
    @Override
    public Audience audience() {
        Audience upwards = Audience.upwards(unit);
        return lostSince == null ? upwards.from(UnitKind.STATION) : upwards;
    }

    @Override
    public @Nullable Instant timedFrom() {
        return lostSince == null ? leaseUntil : null;
    }

    CameraSystem lost() {
        return new CameraSystem(system, unit, name, leaseUntil, leaseUntil);
    }
}
