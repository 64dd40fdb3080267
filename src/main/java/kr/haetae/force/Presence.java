package kr.haetae.force;

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
 * Where a person is: the index that ends his presence there when he checks in elsewhere. {@link Duty} says the rest.
 *
 * @param unit the post's
 */
public record Presence(@JsonIgnore UUID person, UnitCode unit, UUID post, @Nullable UUID deployment, Instant at)
        implements
            Entity {
    public static final String KIND = "presence";

    public static Key key(UUID person) {
        return new Key(KIND, person.toString());
    }

    @Override
    public Key key() {
        return key(person);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).from(UnitKind.STATION);
    }

    Presence of(UnitCode other) {
        return new Presence(person, other, post, deployment, at);
    }
}
