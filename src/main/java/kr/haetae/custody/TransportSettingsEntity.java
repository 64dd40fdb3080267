package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.Decision;
import kr.haetae.event.TransportSettings;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Key;
import kr.haetae.picture.OwnSettings;
import kr.haetae.picture.Picture;

/** When routes are overdue in this operation, where it differs from the standard. */
public record TransportSettingsEntity(
        @JsonIgnore UUID operation, @JsonIgnore UnitCode root, @JsonUnwrapped TransportSettings settings)
        implements
            OwnSettings<TransportSettings> {
    static Key key(UUID operation) {
        return new Key("transport-settings", operation.toString());
    }

    /** The operation's settings; the standard ones when it has none of its own. */
    public static TransportSettings of(Picture picture) {
        return OwnSettings.of(picture, TransportSettingsEntity::key, TransportSettingsEntity.class,
                TransportSettings.STANDARD);
    }

    static TransportSettings of(Draft draft) {
        return OwnSettings.of(draft, TransportSettingsEntity::key, TransportSettingsEntity.class,
                TransportSettings.STANDARD);
    }

    public static Decision decide(Picture picture, Author author, TransportSettings settings) {
        return OwnSettings.change(picture, of(picture), settings,
                it -> new CustodyEvent.TransportSettingsChanged(it, author.person()));
    }

    @Override
    public Key key() {
        return key(operation);
    }
}
