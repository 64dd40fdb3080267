package kr.haetae.auth;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kr.haetae.event.Hash;
import kr.haetae.event.PlacedUnit;
import kr.haetae.ledger.Answer;
import kr.haetae.ledger.Ledger;
import kr.haetae.ledger.Submission;

/** Gives commands to the house ledger. */
public final class Orders {
    private final Ledger<House> ledger;

    public Orders(Ledger<House> ledger) {
        this.ledger = ledger;
    }

    /**
     * Has the command decided and, if accepted, recorded.
     *
     * @param id the client's; a repeat with the same id, actor and command gets the first answer
     * @return fails as {@link Ledger#submit}
     */
    public Future<Answer> give(Actor actor, UUID id, HouseCommand command) {
        return give(actor, id, Hash.of(canonical(command).getBytes(StandardCharsets.UTF_8)), command);
    }

    /** As {@link #give(Actor, UUID, HouseCommand)}, where {@code request} says what makes two requests the same. */
    public Future<Answer> give(Actor actor, UUID id, Hash request, HouseCommand command) {
        return ledger.submit(new Submission<>(id, actor.account(), actor.unit(), request,
                (house, at) -> HouseRules.decide(house, actor, command)));
    }

    /** The present house picture. */
    House house() {
        return ledger.picture();
    }

    /** What makes two requests the same. Ids that are made anew at each attempt are no part of it. Never to be changed. */
    private static String canonical(HouseCommand command) {
        return switch (command) {
            case HouseCommand.AdoptOrganisation c -> text("adopt-organisation",
                    c.units().stream().map(Orders::unit).toArray());
            case HouseCommand.CreateOperation c -> text("create-operation", c.name(), c.kind(), c.clock().rate());
            case HouseCommand.ArchiveOperation c -> text("archive-operation", c.operation());
            case HouseCommand.CreateAccount c -> text("create-account", account(c.wanted()));
            case HouseCommand.FoundAccounts c -> text("found-accounts");
            case HouseCommand.PostAccount c ->
                text("post-account", c.account(), c.role(), c.unit(), String.valueOf(c.post()));
            case HouseCommand.ClearAccount c ->
                text("clear-account", c.account(), c.clearances().stream().sorted().toList());
            case HouseCommand.DisableAccount c -> text("disable-account", c.account(), c.reason());
            case HouseCommand.EnableAccount c -> text("enable-account", c.account());
            case HouseCommand.ResetCredentials c -> text("reset-credentials", c.account());
            case HouseCommand.ChangePassword c -> text("change-password", c.account());
            case HouseCommand.AddPasskey c -> text("add-passkey", c.account(), c.passkey());
            case HouseCommand.RemovePasskey c -> text("remove-passkey", c.account(), c.passkey());
            case HouseCommand.RemovePasskeys c -> text("remove-passkeys", c.account(), c.reason());
            case HouseCommand.EndSession c -> text("end-session", c.session(), c.account());
        };
    }

    /** One text for one account as it is asked for. */
    static String account(NewAccount wanted) {
        return text(wanted.login(), wanted.name(), wanted.role(), wanted.unit(), String.valueOf(wanted.post()));
    }

    private static String unit(PlacedUnit unit) {
        return text(unit.code().value(), unit.kind(), String.valueOf(unit.parent()), unit.korean(), unit.english(),
                unit.label());
    }

    private static String text(String first, Object... rest) {
        StringBuilder text = new StringBuilder(first);
        for (Object part : rest) {
            text.append('\0').append(part);
        }
        return text.toString();
    }
}
