package kr.haetae.auth;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.haetae.auth.HouseCommand.AdoptOrganisation;
import kr.haetae.auth.HouseCommand.CreateOperation;
import kr.haetae.auth.HouseCommand.EndSession;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.OperationKind;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.Reason;
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
            case HouseCommand.ArchiveOperation c -> permitted(house, actor, Action.OPERATION_MANAGE)
                    .orElseGet(() -> archive(house, c));
            case HouseCommand.CreateAccount c -> permitted(house, actor, Action.ACCOUNT_MANAGE)
                    .orElseGet(() -> AccountRules.create(house, actor, c));
            case HouseCommand.FoundAccounts c -> permitted(house, actor, Action.ACCOUNT_MANAGE)
                    .orElseGet(() -> AccountRules.found(house, actor, c));
            case HouseCommand.PostAccount c ->
                AccountRules.managed(house, actor, c.account()).orElseGet(() -> AccountRules.post(house, actor, c));
            case HouseCommand.ClearAccount c ->
                AccountRules.managed(house, actor, c.account()).orElseGet(() -> AccountRules.clear(house, c));
            case HouseCommand.DisableAccount c -> AccountRules.managed(house, actor, c.account())
                    .orElseGet(() -> AccountRules.disable(house, c));
            case HouseCommand.EnableAccount c ->
                AccountRules.managed(house, actor, c.account()).orElseGet(() -> AccountRules.enable(house, c));
            case HouseCommand.ResetCredentials c -> AccountRules.managed(house, actor, c.account())
                    .orElseGet(() -> Decision.accept(new Event.CredentialsReset(c.account())));
            case HouseCommand.ChangePassword c -> own(house, actor, c.account())
                    .orElseGet(() -> Decision.accept(new Event.PasswordChanged(c.account())));
            case HouseCommand.AddPasskey c -> AccountRules.addPasskey(house, actor, c);
            case HouseCommand.RemovePasskey c -> own(house, actor, c.account())
                    .orElseGet(() -> AccountRules.removePasskey(house, c));
            case HouseCommand.RemovePasskeys c -> AccountRules.managed(house, actor, c.account())
                    .orElseGet(() -> AccountRules.removePasskeys(house, c));
            case EndSession c -> own(house, actor, c.account()).orElseGet(() -> end(house, c));
        };
    }

    private static Optional<Actor> present(House house, Actor asker) {
        return asker.equals(Actor.SYSTEM)
                ? Optional.of(asker)
                : house.account(asker.account()).filter(Account::enabled).map(a -> a.actor(asker.session()));
    }

    static Optional<Decision> permitted(House house, Actor actor, Action action) {
        boolean here = !Duties.national(action) || actor.unit().equals(UnitCode.HEADQUARTERS);
        return actor.may(action) && here && house.kindOf(actor.unit()).isPresent()
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        Reason.NOT_PERMITTED,
                        actor.role() + " at " + actor.unit() + " has no duty " + action.code() + "."));
    }

    private static Optional<Decision> own(House house, Actor actor, UUID id) {
        if (house.account(id).isEmpty()) {
            return Optional.of(Decision.refuse(Reason.UNKNOWN_ACCOUNT, "There is no such account."));
        }
        return actor.equals(Actor.SYSTEM) || actor.account().equals(id) ? Optional.empty()
                : AccountRules.managed(house, actor, id);
    }

    private static Decision end(House house, EndSession command) {
        return house.ended().containsKey(command.session())
                ? Decision.refuse(Reason.ALREADY_THERE, "The session has ended already.")
                : Decision.accept(new Event.SessionEnded(command.session(), command.account(), command.reason()));
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
        if (command.kind() == OperationKind.ELECTION && !command.clock().start().equals(command.clock().anchor())) {
            return Decision.refuse(Reason.CLOCK_NOT_OF_KIND, "The clock of an election shows real time.",
                    "/clock/start");
        }
        return Decision.accept(
                new Event.OperationCreated(command.operation(), command.name(), command.kind(), command.clock()));
    }

    private static Decision archive(House house, HouseCommand.ArchiveOperation command) {
        return house.operations().get(command.operation())
                .map(known -> known.archived()
                        ? Decision.refuse(Reason.ALREADY_THERE, known.name() + " is archived already.")
                        : Decision.accept(new Event.OperationArchived(command.operation())))
                .getOrElse(() -> Decision.refuse(Reason.UNKNOWN_OPERATION, "There is no such operation."));
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
            case COMMISSION -> false;
        };
    }

    private static Decision malformed(String why) {
        return Decision.refuse(Reason.ORGANISATION_MALFORMED, "This organisation can't be adopted: " + why + ".",
                "/units");
    }

    static boolean namelike(String name, int max) {
        return !name.isBlank()
                && name.codePointCount(0, name.length()) <= max
                && name.chars().noneMatch(Character::isISOControl);
    }
}
