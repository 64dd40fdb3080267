package kr.haetae.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a command.
 *
 * @param unit the jurisdiction: this unit and everything below
 * @param post the post of an officer who has one
 */
public record Author(UUID account, String name, UnitCode unit, @Nullable UUID post) {
    public Person person() {
        return new Person(account, name, unit);
    }
}
