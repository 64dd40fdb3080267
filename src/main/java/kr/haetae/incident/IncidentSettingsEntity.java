package kr.haetae.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.IncidentSettings;
import kr.haetae.event.OperationState;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;

/** How incidents are worked in this operation, where it differs from the standard. */
public record IncidentSettingsEntity(
        @JsonIgnore UUID operation, @JsonIgnore UnitCode root, @JsonUnwrapped IncidentSettings settings)
        implements
            Entity {
    static Key key(UUID operation) {
        return new Key("incident-settings", operation.toString());
    }

    /** The operation's settings; the standard ones when it has none of its own. */
    public static IncidentSettings of(Picture picture) {
        return picture.operation()
                .map(OperationEntity::operation)
                .flatMap(operation -> picture.find(key(operation), IncidentSettingsEntity.class))
                .map(IncidentSettingsEntity::settings)
                .orElse(IncidentSettings.STANDARD);
    }

    /** Changes them; an operation that is over keeps its own. */
    public static Decision decide(Picture picture, Author author, IncidentSettings settings) {
        if (picture.operation().filter(it -> it.state().compareTo(OperationState.CLOSED) < 0).isEmpty()) {
            return Decision.refuse(Reason.OPERATION_NOT_OPEN, "The operation is over.");
        }
        return settings.equals(of(picture))
                ? Decision.refuse(Reason.NOTHING_CHANGED, "These are the settings already.")
                : Decision.accept(new IncidentEvent.IncidentSettingsChanged(settings, author.person()));
    }

    @Override
    public Key key() {
        return key(operation);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(root).andBelow();
    }
}
