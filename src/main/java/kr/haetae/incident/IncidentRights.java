package kr.haetae.incident;

import java.util.Optional;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Reason;
import kr.haetae.picture.Picture;

/** Whose an incident is to work on, among those who see it: whoever is refused here may comment. Pure. */
record IncidentRights(Picture picture, Author author) {
    boolean own(Incident incident) {
        return picture.tree().covers(author.unit(), incident.unit());
    }

    /** Why not; empty when it is the author's. */
    Optional<Decision> refusal(Incident incident) {
        return own(incident) ? otherRoom(incident, "")
                : Optional.of(Decision.refuse(Reason.ONLY_SHARED, incident.number() + " belongs to " + incident.unit()
                        + " and is shared with you to see and comment."));
    }

    /** Refuses what another room of the unit has in hand; {@code pointer}: where the request names it, empty for the path. */
    Optional<Decision> otherRoom(Incident incident, String pointer) {
        if (author.works().contains(incident.handling())) {
            return Optional.empty();
        }
        String detail = incident.number() + " is in the hand of " + incident.handling()
                + ", not of your room; you may comment.";
        return Optional.of(pointer.isEmpty() ? Decision.refuse(Reason.NOT_HANDLED_BY_YOU, detail)
                : Decision.refuse(Reason.NOT_HANDLED_BY_YOU, detail, pointer));
    }
}
