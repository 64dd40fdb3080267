package kr.haetae.picture;

import java.util.Set;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.UnitCode;

/**
 * What is looked at: a unit's subtree, with what the viewer is cleared for. The depth follows from the scope's kind.
 */
public record View(UnitCode scope, Set<Clearance> clearances) {
    public View {
        clearances = Set.copyOf(clearances);
    }

    /** What somebody may look at: all of his own unit that he is cleared for. */
    public static View own(Author author) {
        return new View(author.unit(), author.clearances());
    }
}
