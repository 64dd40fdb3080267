package kr.haetae.picture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationKind;
import kr.haetae.event.UnitCode;

/** The operation itself, on every screen. */
public record OperationEntity(
        @JsonIgnore UUID operation, String name, OperationKind operationKind, OperationClock clock,
        @JsonIgnore UnitCode root)
        implements
            Entity {
    @Override
    public Key key() {
        return new Key("operation", operation.toString());
    }

    @Override
    public Audience audience() {
        return Audience.upwards(root).andBelow();
    }

    /** {@code OPEN}: nothing ends an operation yet. */
    @JsonProperty("state")
    public String state() {
        return "OPEN";
    }
}
