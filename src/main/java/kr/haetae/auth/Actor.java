package kr.haetae.auth;

import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.Entry;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, as the house picture knew the account when the request was admitted.
 *
 * @param post the post that an officer is assigned to, if any
 * @param session the log-in session; all zeros for what no person does
 * @param clearances what the account is cleared for, {@code GENERAL} included
 */
public record Actor(UUID account, String name, Role role, UnitCode unit, @Nullable UUID post, UUID session,
        Set<Clearance> clearances) {
    /** The product itself and the command line of its operator: a national administrator without an account. */
    public static final Actor SYSTEM = new Actor(
            Entry.SYSTEM, "system", Role.ADMINISTRATOR, UnitCode.HEADQUARTERS, null, new UUID(0, 0),
            Set.of(Clearance.GENERAL));

    public Actor {
        clearances = Set.copyOf(clearances);
    }

    /** Whether the role's duties include the action; where is {@link House#covers}. */
    public boolean may(Action action) {
        return Duties.include(role, action);
    }

    /** What capabilities know of this actor. */
    public Author author() {
        return new Author(account, name, unit, post, clearances, Duties.works(role));
    }
}
