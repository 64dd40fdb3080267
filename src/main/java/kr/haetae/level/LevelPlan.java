package kr.haetae.level;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.NamedId;
import kr.haetae.event.Person;
import kr.haetae.event.PlannedLevel;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;

/**
 * The operation's phased plan, seen by every unit.
 *
 * @param steps in the order of their times
 */
public record LevelPlan(
        @JsonIgnore UUID operation, @JsonIgnore UnitCode root, List<PlannedLevel> steps, Instant setAt, Person setBy)
        implements
            Entity {
    public static final String KIND = "level-plan";

    public LevelPlan {
        steps = List.copyOf(steps);
    }

    static Optional<LevelPlan> of(Picture picture) {
        return picture.operation()
                .flatMap(it -> picture.find(new Key(KIND, it.operation().toString()), LevelPlan.class));
    }

    /** The declaration that a step becomes: another one when it is moved to another time, else the same for ever. */
    static UUID declaration(UUID operation, PlannedLevel step) {
        return NamedId.of(operation, "level-step/" + step.id() + "/" + step.from());
    }

    @Override
    public Key key() {
        return new Key(KIND, operation.toString());
    }

    @Override
    public Audience audience() {
        return Audience.upwards(root).andBelow();
    }
}
