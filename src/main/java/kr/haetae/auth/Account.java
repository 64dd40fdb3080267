package kr.haetae.auth;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.Event;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * One account as the house picture holds it.
 *
 * @param login folded, see {@link Logins#fold}
 * @param clearances what it was cleared for beside {@code GENERAL}, in the enum's order; another role or unit ends them
 * @param seq the entry of the house ledger that last changed it
 * @param passwordSeq the entry that last changed or took away its password; 0 while the first one stands
 * @param sessionsFrom sessions opened before this entry are over: by a changed password, a reset, a disablement or another clearance
 */
public record Account(
        UUID id,
        String login,
        String name,
        Role role,
        UnitCode unit,
        @Nullable UUID post,
        List<Clearance> clearances,
        boolean enabled,
        long seq,
        long passwordSeq,
        long sessionsFrom) {

    public Account {
        clearances = List.copyOf(clearances);
    }

    static Account created(Event.AccountCreated event, long seq) {
        return new Account(event.account(), event.login(), event.name(), event.role(), event.unit(), event.post(),
                List.of(), true, seq, 0, seq);
    }

    /** Whoever goes to another duty leaves what he was cleared for behind, with the screens that show it. */
    Account posted(Event.AccountPosted event, long seq) {
        boolean stays = clearances.isEmpty() || (event.role() == role && event.unit().equals(unit));
        return new Account(id, login, name, event.role(), event.unit(), event.post(), stays ? clearances : List.of(),
                enabled, seq, passwordSeq, stays ? sessionsFrom : seq);
    }

    Account cleared(Event.AccountCleared event, long seq) {
        return new Account(id, login, name, role, unit, post, event.clearances(), enabled, seq, passwordSeq, seq);
    }

    Account disabled(long seq) {
        return new Account(id, login, name, role, unit, post, clearances, false, seq, passwordSeq, seq);
    }

    Account reEnabled(long seq) {
        return new Account(id, login, name, role, unit, post, clearances, true, seq, passwordSeq, sessionsFrom);
    }

    Account passwordChanged(long seq) {
        return new Account(id, login, name, role, unit, post, clearances, enabled, seq, seq, seq);
    }

    Actor actor(UUID session) {
        Set<Clearance> all = EnumSet.copyOf(Duties.clearances(role));
        all.addAll(clearances);
        return new Actor(id, name, role, unit, post, session, all);
    }
}
