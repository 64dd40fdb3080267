package kr.haetae.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.IncidentSettings;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Key;
import kr.haetae.picture.OwnSettings;
import kr.haetae.picture.Picture;

/** How incidents are worked in this operation, where it differs from the standard. */
public record IncidentSettingsEntity(
        @JsonIgnore UUID operation, @JsonIgnore UnitCode root, @JsonUnwrapped IncidentSettings settings)
        implements
            OwnSettings<IncidentSettings> {
    static Key key(UUID operation) {
        return new Key("incident-settings", operation.toString());
    }

    /** The operation's settings; the standard ones when it has none of its own. */
    public static IncidentSettings of(Picture picture) {
        return OwnSettings.of(picture, IncidentSettingsEntity::key, IncidentSettingsEntity.class,
                IncidentSettings.STANDARD);
    }

    public static Decision decide(Picture picture, Author author, IncidentSettings settings) {
        return OwnSettings.change(picture, of(picture), settings,
                it -> new IncidentEvent.IncidentSettingsChanged(it, author.person()));
    }

    @Override
    public Key key() {
        return key(operation);
    }
}
