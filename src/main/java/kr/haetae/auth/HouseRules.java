package kr.haetae.auth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.haetae.auth.HouseCommand.AdoptOrganisation;
import kr.haetae.auth.HouseCommand.CreateAccount;
import kr.haetae.auth.HouseCommand.CreateOperation;
import kr.haetae.auth.HouseCommand.EndSession;
import kr.haetae.auth.HouseCommand.FoundAccounts;
import kr.haetae.auth.HouseCommand.PostAccount;
import kr.haetae.event.Decision;
import kr.haetae.event.Decision.Refused;
import kr.haetae.event.Event;
import kr.haetae.event.OperationKind;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.Reason;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;

/**
 * Decides what is asked of the house. Pure. The actor's role and unit are taken from the picture that the decision is based on, not
 * from the request: somebody who lost his role an entry ago has lost it here.
 */
public final class HouseRules {
    private static final int MAX_NAME = 100;
    private static final int MAX_UNITS = 500;

    private HouseRules() {}

    public static Decision decide(House house, Actor asker, HouseCommand command) {
        Optional<Actor> known = present(house, asker);
        if (known.isEmpty()) {
            return Decision.refuse(Reason.NOT_PERMITTED, "Your account is disabled or unknown.");
        }
        Actor actor = known.get();
        return switch (command) {
            case AdoptOrganisation c -> permitted(house, actor, Action.ORGANISATION_MANAGE)
                    .orElseGet(() -> adopt(c));
            case CreateOperation c -> permitted(house, actor, Action.OPERATION_MANAGE)
                    .orElseGet(() -> createOperation(house, c));
            case CreateAccount c -> permitted(house, actor, Action.ACCOUNT_MANAGE)
                    .orElseGet(() -> create(house, actor, c));
            case FoundAccounts c -> permitted(house, actor, Action.ACCOUNT_MANAGE)
                    .orElseGet(() -> found(house, actor, c));
            case PostAccount c -> managed(house, actor, c.account()).orElseGet(() -> post(house, actor, c));
            case HouseCommand.DisableAccount c -> managed(house, actor, c.account())
                    .orElseGet(() -> disable(house, c));
            case HouseCommand.EnableAccount c -> managed(house, actor, c.account()).orElseGet(() -> enable(house, c));
            case HouseCommand.ResetCredentials c -> managed(house, actor, c.account())
                    .orElseGet(() -> Decision.accept(new Event.CredentialsReset(c.account())));
            case HouseCommand.ChangePassword c -> own(house, actor, c.account())
                    .orElseGet(() -> Decision.accept(new Event.PasswordChanged(c.account())));
            case EndSession c -> own(house, actor, c.account()).orElseGet(() -> end(house, c));
        };
    }

    private static Optional<Actor> present(House house, Actor asker) {
        return asker.equals(Actor.SYSTEM)
                ? Optional.of(asker)
                : house.account(asker.account()).filter(Account::enabled).map(a -> a.actor(asker.session()));
    }

    private static Optional<Decision> permitted(House house, Actor actor, Action action) {
        boolean here = !Duties.national(action) || actor.unit().equals(UnitCode.HEADQUARTERS);
        return actor.may(action) && here && house.kindOf(actor.unit()).isPresent()
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        Reason.NOT_PERMITTED,
                        actor.role() + " at " + actor.unit() + " has no duty " + action.code() + "."));
    }

    /** An account can be managed by who may grant its present role at its present unit; so nobody takes down his superiors. */
    private static Optional<Decision> managed(House house, Actor actor, UUID id) {
        return permitted(house, actor, Action.ACCOUNT_MANAGE)
                .or(() -> house.account(id)
                        .filter(account -> house.covers(actor.unit(), account.unit()))
                        .map(account -> grantable(house, actor, account.role(), account.unit()))
                        .orElseGet(() -> Optional.of(Decision.refuse(
                                Reason.UNKNOWN_ACCOUNT, "There is no such account in your jurisdiction."))));
    }

    private static Optional<Decision> own(House house, Actor actor, UUID id) {
        if (house.account(id).isEmpty()) {
            return Optional.of(Decision.refuse(Reason.UNKNOWN_ACCOUNT, "There is no such account."));
        }
        return actor.equals(Actor.SYSTEM) || actor.account().equals(id) ? Optional.empty() : managed(house, actor, id);
    }

    private static Decision create(House house, Actor actor, CreateAccount command) {
        NewAccount wanted = command.wanted();
        if (!Logins.wellFormed(wanted.login())) {
            return Decision.refuse(
                    Reason.LOGIN_MALFORMED,
                    "A login has 3 to 64 of a-z, 0-9, point, underscore and hyphen and begins with a letter or digit.",
                    "/login");
        }
        if (!namelike(wanted.name(), MAX_NAME)) {
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

    private static Decision found(House house, Actor actor, FoundAccounts command) {
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

    private static Decision post(House house, Actor actor, PostAccount command) {
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

    private static Decision disable(House house, HouseCommand.DisableAccount command) {
        Account account = house.account(command.account()).orElseThrow();
        if (!account.enabled()) {
            return Decision.refuse(Reason.ACCOUNT_IS_DISABLED, "The account is disabled already.");
        }
        return lastAdministrator(house, account)
                ? lastAdministratorRefused()
                : Decision.accept(new Event.AccountDisabled(account.id(), command.reason()));
    }

    private static Decision enable(House house, HouseCommand.EnableAccount command) {
        return house.account(command.account()).orElseThrow().enabled()
                ? Decision.refuse(Reason.ACCOUNT_IS_ENABLED, "The account is enabled already.")
                : Decision.accept(new Event.AccountEnabled(command.account()));
    }

    private static Decision end(House house, EndSession command) {
        return house.ended().containsKey(command.session())
                ? Decision.refuse(Reason.ALREADY_THERE, "The session has ended already.")
                : Decision.accept(new Event.SessionEnded(command.session(), command.account(), command.reason()));
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

    private static Decision createOperation(House house, CreateOperation command) {
        if (!namelike(command.name(), MAX_NAME)) {
            return Decision.refuse(
                    Reason.NAME_MALFORMED, "An operation's name has 1 to " + MAX_NAME + " characters.", "/name");
        }
        if (house.operations().containsKey(command.operation())) {
            return Decision.refuse(Reason.ALREADY_THERE, "The operation is there already.");
        }
        if (command.kind() == OperationKind.ELECTION && command.clock().rate() != 1) {
            return Decision.refuse(Reason.CLOCK_NOT_OF_KIND, "The clock of an election runs at rate 1.", "/clock/rate");
        }
        return Decision.accept(
                new Event.OperationCreated(command.operation(), command.name(), command.kind(), command.clock()));
    }

    private static Decision adopt(AdoptOrganisation command) {
        Map<UnitCode, PlacedUnit> units = new HashMap<>();
        Set<String> labels = new HashSet<>();
        for (PlacedUnit unit : command.units()) {
            if (units.put(unit.code(), unit) != null || !labels.add(unit.label())) {
                return malformed("the unit " + unit.code() + " or its label " + unit.label() + " stands twice");
            }
        }
        if (units.isEmpty() || units.size() > MAX_UNITS) {
            return malformed("it has 1 to " + MAX_UNITS + " units, not " + units.size());
        }
        return units.values().stream()
                .filter(unit -> !wellPlaced(units, unit))
                .findFirst()
                .map(unit -> malformed("the unit " + unit.code() + " has no parent of the level above"))
                .orElseGet(() -> Decision.accept(new Event.OrganisationAdopted(command.units())));
    }

    private static boolean wellPlaced(Map<UnitCode, PlacedUnit> units, PlacedUnit unit) {
        PlacedUnit parent = unit.parent() == null ? null : units.get(unit.parent());
        return switch (unit.kind()) {
            case HQ -> unit.parent() == null && unit.code().equals(UnitCode.HEADQUARTERS);
            case AGENCY -> parent != null && parent.kind() == UnitKind.HQ;
            case STATION -> parent != null && parent.kind() == UnitKind.AGENCY;
        };
    }

    private static Decision malformed(String why) {
        return Decision.refuse(Reason.ORGANISATION_MALFORMED, "This organisation can't be adopted: " + why + ".",
                "/units");
    }

    private static boolean namelike(String name, int max) {
        return !name.isBlank()
                && name.codePointCount(0, name.length()) <= max
                && name.chars().noneMatch(Character::isISOControl);
    }
}
