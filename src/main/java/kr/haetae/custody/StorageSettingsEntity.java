package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.StorageEvent;
import kr.haetae.event.StorageSettings;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Key;
import kr.haetae.picture.OwnSettings;
import kr.haetae.picture.Picture;

/** How storages are watched in this operation, where it differs from the standard. */
public record StorageSettingsEntity(
        @JsonIgnore UUID operation, @JsonIgnore UnitCode root, @JsonUnwrapped StorageSettings settings)
        implements
            OwnSettings<StorageSettings> {
    static Key key(UUID operation) {
        return new Key("storage-settings", operation.toString());
    }

    /** The operation's settings; the standard ones when it has none of its own. */
    public static StorageSettings of(Picture picture) {
        return OwnSettings.of(picture, StorageSettingsEntity::key, StorageSettingsEntity.class,
                StorageSettings.STANDARD);
    }

    static StorageSettings of(Draft draft) {
        return OwnSettings.of(draft, StorageSettingsEntity::key, StorageSettingsEntity.class, StorageSettings.STANDARD);
    }

    public static Decision decide(Picture picture, Author author, StorageSettings settings) {
        return OwnSettings.change(picture, of(picture), settings,
                it -> new StorageEvent.StorageSettingsChanged(it, author.person()));
    }

    @Override
    public Key key() {
        return key(operation);
    }
}
