package kr.haetae.auth;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
 * @param passkeys those that count now, oldest first; a reset and a disablement end them for good
 * @param seq the entry of the house ledger that last changed it
 * @param passwordSeq the entry that last changed or took away its password; 0 while the first one stands
 * @param sessionsFrom sessions opened before this entry are over: by a changed password, a reset, a disablement, another clearance
 *     or the removal of all passkeys
 */
public record Account(
        UUID id,
        String login,
        String name,
        Role role,
        UnitCode unit,
        @Nullable UUID post,
        List<Clearance> clearances,
        List<UUID> passkeys,
        boolean enabled,
        long seq,
        long passwordSeq,
        long sessionsFrom) {

    /** A phone, a tablet, a desk's PC and a security key, each replaced twice, and some room. */
    static final int MAX_PASSKEYS = 16;

    public Account {
        clearances = List.copyOf(clearances);
        passkeys = List.copyOf(passkeys);
    }

    static Account created(Event.AccountCreated event, long seq) {
        return new Account(event.account(), event.login(), event.name(), event.role(), event.unit(), event.post(),
                List.of(), List.of(), true, seq, 0, seq);
    }

    /** Whoever goes to another duty leaves what he was cleared for behind, with the screens that show it. */
    Account posted(Event.AccountPosted event, long seq) {
        boolean stays = clearances.isEmpty() || (event.role() == role && event.unit().equals(unit));
        return new Account(id, login, name, event.role(), event.unit(), event.post(), stays ? clearances : List.of(),
                passkeys, enabled, seq, passwordSeq, stays ? sessionsFrom : seq);
    }

    Account cleared(Event.AccountCleared event, long seq) {
        return new Account(id, login, name, role, unit, post, event.clearances(), passkeys, enabled, seq, passwordSeq,
                seq);
    }

    Account disabled(long seq) {
        return new Account(id, login, name, role, unit, post, clearances, List.of(), false, seq, passwordSeq, seq);
    }

    Account reEnabled(long seq) {
        return new Account(id, login, name, role, unit, post, clearances, passkeys, true, seq, passwordSeq,
                sessionsFrom);
    }

    Account passwordChanged(long seq) {
        return new Account(id, login, name, role, unit, post, clearances, passkeys, enabled, seq, seq, seq);
    }

    Account reset(long seq) {
        return new Account(id, login, name, role, unit, post, clearances, List.of(), enabled, seq, seq, seq);
    }

    Account passkeyAdded(UUID passkey, long seq) {
        return with(Stream.concat(passkeys.stream(), Stream.of(passkey)).distinct().toList(), sessionsFrom, seq);
    }

    Account passkeyRemoved(UUID passkey, long seq) {
        return with(passkeys.stream().filter(one -> !one.equals(passkey)).toList(), sessionsFrom, seq);
    }

    Account passkeysRemoved(long seq) {
        return with(List.of(), seq, seq);
    }

    private Account with(List<UUID> now, long sessionsFrom, long seq) {
        return new Account(id, login, name, role, unit, post, clearances, now, enabled, seq, passwordSeq, sessionsFrom);
    }

    Actor actor(UUID session) {
        Set<Clearance> all = EnumSet.copyOf(Duties.clearances(role));
        all.addAll(clearances);
        return new Actor(id, name, role, unit, post, session, all);
    }
}
