package kr.haetae.picture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the command tree; seen from above and from every unit below it.
 *
 * @param order the place in the organisation's own list, from 0
 */
public record UnitEntity(@JsonIgnore PlacedUnit unit, int order) implements Entity {
    @Override
    public Key key() {
        return new Key("unit", unit.code().value());
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit.code()).andBelow();
    }

    @JsonProperty
    public UnitKind unitKind() {
        return unit.kind();
    }

    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable UnitCode parent() {
        return unit.parent();
    }

    @JsonProperty
    public String korean() {
        return unit.korean();
    }

    @JsonProperty
    public String english() {
        return unit.english();
    }

    @JsonProperty
    public String label() {
        return unit.label();
    }
}
