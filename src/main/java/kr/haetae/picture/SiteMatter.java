package kr.haetae.picture;

import java.util.UUID;
import kr.haetae.event.IncidentKind;
import org.jspecify.annotations.Nullable;

/** An incident as the capability knows it whose post it happened at. */
public interface SiteMatter extends Entity {
    @Nullable
    UUID post();

    IncidentKind incidentKind();

    /** Whether it is still worked on. */
    boolean open();
}
