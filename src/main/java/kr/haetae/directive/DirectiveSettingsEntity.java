package kr.haetae.directive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.DirectiveEvent;
import kr.haetae.event.DirectiveSettings;
import kr.haetae.event.OperationState;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;

/** How directives are followed in this operation, where it differs from the standard. */
public record DirectiveSettingsEntity(
        @JsonIgnore UUID operation, @JsonIgnore UnitCode root, @JsonUnwrapped DirectiveSettings settings)
        implements
            Entity {
    static Key key(UUID operation) {
        return new Key("directive-settings", operation.toString());
    }

    /** The operation's settings; the standard ones when it has none of its own. */
    public static DirectiveSettings of(Picture picture) {
        return picture.operation().map(OperationEntity::operation)
                .flatMap(id -> picture.find(key(id), DirectiveSettingsEntity.class))
                .map(DirectiveSettingsEntity::settings).orElse(DirectiveSettings.STANDARD);
    }

    static DirectiveSettings of(Draft draft) {
        Optional<UUID> operation = draft.operation().map(OperationEntity::operation);
        return operation.flatMap(id -> draft.find(key(id), DirectiveSettingsEntity.class))
                .map(DirectiveSettingsEntity::settings).orElse(DirectiveSettings.STANDARD);
    }

    /** Changes them for directives issued from then on; an operation that is over keeps its own. */
    public static Decision decide(Picture picture, Author author, DirectiveSettings settings) {
        if (picture.operation().filter(it -> it.state().compareTo(OperationState.CLOSED) < 0).isEmpty()) {
            return Decision.refuse(Reason.OPERATION_NOT_OPEN, "The operation is over.");
        }
        return settings.equals(of(picture))
                ? Decision.refuse(Reason.NOTHING_CHANGED, "These are the settings already.")
                : Decision.accept(new DirectiveEvent.DirectiveSettingsChanged(settings, author.person()));
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
