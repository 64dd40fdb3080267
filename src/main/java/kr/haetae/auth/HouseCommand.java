package kr.haetae.auth;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationKind;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What can be asked of the house; {@link HouseRules} decides it. */
public sealed interface HouseCommand {
    record AdoptOrganisation(List<PlacedUnit> units) implements HouseCommand {
        public AdoptOrganisation {
            units = List.copyOf(units);
        }
    }

    record CreateOperation(UUID operation, String name, OperationKind kind, OperationClock clock)
            implements
                HouseCommand {}

    /** Put a closed operation away; that it is closed is the asker's to know, and stays so. */
    record ArchiveOperation(UUID operation) implements HouseCommand {}

    record CreateAccount(UUID account, NewAccount wanted) implements HouseCommand {}

    /** The first accounts of an empty house, all or none; refused once there is any account. */
    record FoundAccounts(List<CreateAccount> accounts) implements HouseCommand {
        public FoundAccounts {
            accounts = List.copyOf(accounts);
        }
    }

    /** Gives an account another role, unit or post. */
    record PostAccount(UUID account, Role role, UnitCode unit, @Nullable UUID post) implements HouseCommand {}

    /** Replaces what an account is cleared for; {@code GENERAL} is everybody's and never named. */
    record ClearAccount(UUID account, Set<Clearance> clearances) implements HouseCommand {
        public ClearAccount {
            clearances = Set.copyOf(clearances);
        }
    }

    record DisableAccount(UUID account, String reason) implements HouseCommand {}

    record EnableAccount(UUID account) implements HouseCommand {}

    record ResetCredentials(UUID account) implements HouseCommand {}

    /** The owner set a password, after it was checked that it is he. */
    record ChangePassword(UUID account) implements HouseCommand {}

    /** The owner adds a passkey, after it was checked that it is he and that the passkey is one. */
    record AddPasskey(UUID account, UUID passkey) implements HouseCommand {}

    record RemovePasskey(UUID account, UUID passkey, String reason) implements HouseCommand {}

    /** Removes all passkeys of an account and ends its sessions. */
    record RemovePasskeys(UUID account, String reason) implements HouseCommand {}

    record EndSession(UUID session, UUID account, String reason) implements HouseCommand {}
}
