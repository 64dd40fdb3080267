package kr.haetae.auth;

import java.util.UUID;
import kr.haetae.event.Event;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * One account as the house picture holds it.
 *
 * @param login folded, see {@link Logins#fold}
 * @param seq the entry of the house ledger that last changed it
 * @param passwordSeq the entry that last changed or took away its password; 0 while the first one stands
 * @param sessionsFrom sessions opened before this entry are over: by a changed password, a reset or a disablement
 */
public record Account(
        UUID id,
        String login,
        String name,
        Role role,
        UnitCode unit,
        @Nullable UUID post,
        boolean enabled,
        long seq,
        long passwordSeq,
        long sessionsFrom) {

    static Account created(Event.AccountCreated event, long seq) {
        return new Account(
                event.account(), event.login(), event.name(), event.role(), event.unit(), event.post(), true, seq, 0,
                seq);
    }

    Account posted(Event.AccountPosted event, long seq) {
        return new Account(
                id, login, name, event.role(), event.unit(), event.post(), enabled, seq, passwordSeq, sessionsFrom);
    }

    Account disabled(long seq) {
        return new Account(id, login, name, role, unit, post, false, seq, passwordSeq, seq);
    }

    Account reEnabled(long seq) {
        return new Account(id, login, name, role, unit, post, true, seq, passwordSeq, sessionsFrom);
    }

    Account passwordChanged(long seq) {
        return new Account(id, login, name, role, unit, post, enabled, seq, seq, seq);
    }

    Actor actor(UUID session) {
        return new Actor(id, name, role, unit, post, session);
    }
}
