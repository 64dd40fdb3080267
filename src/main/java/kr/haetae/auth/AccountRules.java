package kr.haetae.auth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.haetae.auth.HouseCommand.CreateAccount;
import kr.haetae.auth.HouseCommand.FoundAccounts;
import kr.haetae.auth.HouseCommand.PostAccount;
import kr.haetae.event.Clearance;
import kr.haetae.event.Decision;
import kr.haetae.event.Decision.Refused;
import kr.haetae.event.Event;
import kr.haetae.event.Reason;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;

/** The part of {@link HouseRules} that concerns accounts: who may be given what, by whom. Pure. */
final class AccountRules {
    private static final int MAX_NAME = 100;

    private AccountRules() {}

    /** An account can be managed by who may grant its present role at its present unit; so nobody takes down his superiors. */
    static Optional<Decision> managed(House house, Actor actor, UUID id) {
        return HouseRules.permitted(house, actor, Action.ACCOUNT_MANAGE)
                .or(() -> house.account(id)
                        .filter(account -> house.covers(actor.unit(), account.unit()))
                        .map(account -> grantable(house, actor, account.role(), account.unit()))
                        .orElseGet(() -> Optional.of(Decision.refuse(
                                Reason.UNKNOWN_ACCOUNT, "There is no such account in your jurisdiction."))));
    }

    static Decision create(House house, Actor actor, CreateAccount command) {
        NewAccount wanted = command.wanted();
        if (!Logins.wellFormed(wanted.login())) {
            return Decision.refuse(
                    Reason.LOGIN_MALFORMED,
                    "A login has 3 to 64 of a-z, 0-9, point, underscore and hyphen and begins with a letter or digit.",
                    "/login");
        }
        if (!HouseRules.namelike(wanted.name(), MAX_NAME)) {
            return Decision.refuse(
                    Reason.NAME_MALFORMED, "A name has 1 to " + MAX_NAME + " characters, no control characters.",
                    "/name");
        }
        Optional<Decision> refused = grantable(house, actor, wanted.role(), wanted.unit());
        if (refused.isPresent()) {
            return refused.get();
        }
        if (house.byLogin(wanted.login()).isPresent() || house.account(command.account()).isPresent()) {
            return Decision.refuse(Reason.LOGIN_TAKEN, "The login " + wanted.login() + " is taken.", "/login");
        }
        return Decision.accept(new Event.AccountCreated(
                command.account(), wanted.login(), wanted.name(), wanted.role(), wanted.unit(), wanted.post()));
    }

    static Decision found(House house, Actor actor, FoundAccounts command) {
        if (!house.accounts().isEmpty()) {
            return Decision.refuse(Reason.ALREADY_THERE, "There are accounts already.");
        }
        List<Event> events = new ArrayList<>();
        Set<String> logins = new HashSet<>();
        for (CreateAccount one : command.accounts()) {
            switch (create(house, actor, one)) {
                case Refused refused -> {
                    return refused;
                }
                case Decision.Accepted accepted -> events.addAll(accepted.events());
            }
            if (!logins.add(one.wanted().login())) {
                return Decision.refuse(Reason.LOGIN_TAKEN, "The login " + one.wanted().login() + " stands twice.");
            }
        }
        return new Decision.Accepted(events);
    }

    static Decision post(House house, Actor actor, PostAccount command) {
        Account account = house.account(command.account()).orElseThrow();
        Optional<Decision> refused = grantable(house, actor, command.role(), command.unit());
        if (refused.isPresent()) {
            return refused.get();
        }
        if (account.role() == command.role()
                && account.unit().equals(command.unit())
                && Objects.equals(account.post(), command.post())) {
            return Decision.refuse(Reason.NOTHING_CHANGED, "The account has this role, unit and post already.");
        }
        boolean stays = command.role() == Role.ADMINISTRATOR && command.unit().equals(UnitCode.HEADQUARTERS);
        if (!stays && lastAdministrator(house, account)) {
            return lastAdministratorRefused();
        }
        return Decision.accept(
                new Event.AccountPosted(account.id(), command.role(), command.unit(), command.post()));
    }

    static Decision clear(House house, HouseCommand.ClearAccount command) {
        Account account = house.account(command.account()).orElseThrow();
        List<Clearance> wanted = command.clearances().stream().sorted().toList();
        if (wanted.contains(Clearance.GENERAL) || !wanted.stream().allMatch(Clearance::ofIncidents)) {
            return Decision.refuse(Reason.CLEARANCE_NOT_GRANTABLE,
                    "Everybody is cleared for GENERAL, and for CASES by the role; name PROTECTION, RESTRICTED, both or none.",
                    "/clearances");
        }
        return account.clearances().equals(wanted)
                ? Decision.refuse(Reason.NOTHING_CHANGED, "The account is cleared for this already.")
                : Decision.accept(new Event.AccountCleared(account.id(), wanted));
    }

    static Decision disable(House house, HouseCommand.DisableAccount command) {
        Account account = house.account(command.account()).orElseThrow();
        if (!account.enabled()) {
            return Decision.refuse(Reason.ACCOUNT_IS_DISABLED, "The account is disabled already.");
        }
        return lastAdministrator(house, account)
                ? lastAdministratorRefused()
                : Decision.accept(new Event.AccountDisabled(account.id(), command.reason()));
    }

    static Decision enable(House house, HouseCommand.EnableAccount command) {
        return house.account(command.account()).orElseThrow().enabled()
                ? Decision.refuse(Reason.ACCOUNT_IS_ENABLED, "The account is enabled already.")
                : Decision.accept(new Event.AccountEnabled(command.account()));
    }

    /** Only the owner, whoever else may manage the account: nobody lets himself in as another. */
    static Decision addPasskey(House house, Actor actor, HouseCommand.AddPasskey command) {
        if (!actor.account().equals(command.account())) {
            return Decision.refuse(Reason.NOT_PERMITTED, "A passkey is added by the person whose account it is.");
        }
        List<UUID> passkeys = house.account(command.account()).orElseThrow().passkeys();
        if (passkeys.contains(command.passkey())) {
            return Decision.refuse(Reason.ALREADY_THERE, "This passkey is there already.");
        }
        return passkeys.size() >= Account.MAX_PASSKEYS
                ? Decision.refuse(Reason.TOO_MANY_PASSKEYS,
                        "An account has at most " + Account.MAX_PASSKEYS + " passkeys; remove one first.")
                : Decision.accept(new Event.PasskeyAdded(command.account(), command.passkey()));
    }

    static Decision removePasskey(House house, HouseCommand.RemovePasskey command) {
        return house.account(command.account()).orElseThrow().passkeys().contains(command.passkey())
                ? Decision.accept(new Event.PasskeyRemoved(command.account(), command.passkey(), command.reason()))
                : Decision.refuse(Reason.UNKNOWN_PASSKEY, "The account has no such passkey.");
    }

    static Decision removePasskeys(House house, HouseCommand.RemovePasskeys command) {
        return house.account(command.account()).orElseThrow().passkeys().isEmpty()
                ? Decision.refuse(Reason.NOTHING_CHANGED, "The account has no passkeys.")
                : Decision.accept(new Event.PasskeysRemoved(command.account(), command.reason()));
    }

    private static Optional<Decision> grantable(House house, Actor actor, Role role, UnitCode unit) {
        Optional<UnitKind> kind = house.kindOf(unit);
        if (kind.isEmpty()) {
            return Optional.of(Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + unit + ".", "/unit"));
        }
        if (!house.covers(actor.unit(), unit)) {
            return Optional.of(Decision.refuse(
                    Reason.OUTSIDE_JURISDICTION, unit + " is outside the jurisdiction of " + actor.unit() + ".",
                    "/unit"));
        }
        if (!Duties.fits(role, kind.get())) {
            return Optional.of(Decision.refuse(
                    Reason.ROLE_NOT_OF_UNIT,
                    role + " can't be held at " + unit + ", a unit of kind " + kind.get() + ".", "/role"));
        }
        UnitKind from = house.kindOf(actor.unit()).orElse(UnitKind.STATION);
        return Duties.grantable(actor.role(), from, role)
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        Reason.ROLE_NOT_GRANTABLE, "The role " + role + " is granted by headquarters only.", "/role"));
    }

    private static boolean lastAdministrator(House house, Account account) {
        return House.isNationalAdministrator(account) && house.nationalAdministrators() == 1;
    }

    private static Decision lastAdministratorRefused() {
        return Decision.refuse(
                Reason.LAST_ADMINISTRATOR,
                "This is the last enabled administrator of headquarters; make another one first.");
    }
}
