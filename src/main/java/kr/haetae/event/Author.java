package kr.haetae.event;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a command.
 *
 * @param unit the jurisdiction: this unit and everything below
 * @param post the post of an officer who has one
 * @param clearances what he is cleared for, {@code GENERAL} included
 * @param works which rooms' incidents are his to work on; on others he comments
 */
public record Author(UUID account, String name, UnitCode unit, @Nullable UUID post, Set<Clearance> clearances,
        Set<Handling> works) {
    public Author {
        clearances = Set.copyOf(clearances);
        works = Set.copyOf(works);
    }

    /** Of a room that works on every incident of its units. */
    public Author(UUID account, String name, UnitCode unit, @Nullable UUID post, Set<Clearance> clearances) {
        this(account, name, unit, post, clearances, Set.of(Handling.values()));
    }

    /** Cleared for nothing in particular. */
    public Author(UUID account, String name, UnitCode unit, @Nullable UUID post) {
        this(account, name, unit, post, Set.of(Clearance.GENERAL));
    }

    public Person person() {
        return new Person(account, name, unit);
    }
}
