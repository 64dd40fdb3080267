package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.Decision;
import kr.haetae.event.OperationState;
import kr.haetae.event.Reason;
import kr.haetae.event.TransportSettings;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;

/** When routes are overdue in this operation, where it differs from the standard. */
public record TransportSettingsEntity(
        @JsonIgnore UUID operation, @JsonIgnore UnitCode root, @JsonUnwrapped TransportSettings settings)
        implements
            Entity {
    static Key key(UUID operation) {
        return new Key("transport-settings", operation.toString());
    }

    /** The operation's settings; the standard ones when it has none of its own. */
    public static TransportSettings of(Picture picture) {
        return standing(picture.operation()
                .flatMap(it -> picture.find(key(it.operation()), TransportSettingsEntity.class)));
    }

    static TransportSettings of(Draft draft) {
        return standing(draft.operation().map(OperationEntity::operation)
                .flatMap(it -> draft.find(key(it), TransportSettingsEntity.class)));
    }

    private static TransportSettings standing(Optional<TransportSettingsEntity> own) {
        return own.map(TransportSettingsEntity::settings).orElse(TransportSettings.STANDARD);
    }

    /** Changes them; an operation that is over keeps its own. */
    public static Decision decide(Picture picture, Author author, TransportSettings settings) {
        if (picture.operation().filter(it -> it.state().compareTo(OperationState.CLOSED) < 0).isEmpty()) {
            return Decision.refuse(Reason.OPERATION_NOT_OPEN, "The operation is over.");
        }
        return settings.equals(of(picture))
                ? Decision.refuse(Reason.NOTHING_CHANGED, "These are the settings already.")
                : Decision.accept(new CustodyEvent.TransportSettingsChanged(settings, author.person()));
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
