package kr.haetae.picture;

import java.util.Optional;
import java.util.Set;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;

/** Who gives a command, and what he may look at: a command must not tell of what its author could not look up. */
public record Insight(Author author, Set<Clearance> clearances) {
    public Insight {
        clearances = Set.copyOf(clearances);
    }

    /** What is there and may be looked up by the author. */
    public <E extends Entity> Optional<E> find(Picture picture, Key key, Class<E> type) {
        View view = new View(author.unit(), clearances);
        return picture.find(key, type).filter(entity -> picture.permits(view, entity));
    }
}
