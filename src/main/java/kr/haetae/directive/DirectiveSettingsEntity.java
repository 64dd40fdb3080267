package kr.haetae.directive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.DirectiveEvent;
import kr.haetae.event.DirectiveSettings;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Key;
import kr.haetae.picture.OwnSettings;
import kr.haetae.picture.Picture;

/** How directives are followed in this operation, where it differs from the standard; a change counts for those issued from then on. */
public record DirectiveSettingsEntity(
        @JsonIgnore UUID operation, @JsonIgnore UnitCode root, @JsonUnwrapped DirectiveSettings settings)
        implements
            OwnSettings<DirectiveSettings> {
    static Key key(UUID operation) {
        return new Key("directive-settings", operation.toString());
    }

    /** The operation's settings; the standard ones when it has none of its own. */
    public static DirectiveSettings of(Picture picture) {
        return OwnSettings.of(picture, DirectiveSettingsEntity::key, DirectiveSettingsEntity.class,
                DirectiveSettings.STANDARD);
    }

    static DirectiveSettings of(Draft draft) {
        return OwnSettings.of(draft, DirectiveSettingsEntity::key, DirectiveSettingsEntity.class,
                DirectiveSettings.STANDARD);
    }

    public static Decision decide(Picture picture, Author author, DirectiveSettings settings) {
        return OwnSettings.change(picture, of(picture), settings,
                it -> new DirectiveEvent.DirectiveSettingsChanged(it, author.person()));
    }

    @Override
    public Key key() {
        return key(operation);
    }
}
