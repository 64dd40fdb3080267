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
 */
public record Author(UUID account, String name, UnitCode unit, @Nullable UUID post, Set<Clearance> clearances) {
    public Author {
        clearances = Set.copyOf(clearances);
    }

    /** Cleared for nothing in particular. */
    public Author(UUID account, String name, UnitCode unit, @Nullable UUID post) {
        this(account, name, unit, post, Set.of(Clearance.GENERAL));
    }

    public Person person() {
        return new Person(account, name, unit);
    }
}
