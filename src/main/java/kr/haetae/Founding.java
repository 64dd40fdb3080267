package kr.haetae;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import kr.haetae.auth.Actor;
import kr.haetae.auth.FirstAccounts;
import kr.haetae.auth.Guardhouse;
import kr.haetae.auth.House;
import kr.haetae.auth.HouseCommand;
import kr.haetae.event.NamedId;
import kr.haetae.event.Reason;
import kr.haetae.ledger.Answer;
import kr.haetae.roster.CommandTree;
import kr.haetae.roster.Placement;

/** What an empty house begins with. Safe to be done again, and by several nodes at once: every command has a fixed id. */
final class Founding {
    private final Ledgers ledgers;
    private final Guardhouse guardhouse;
    private final FirstAccounts firstAccounts;

    Founding(Ledgers ledgers, Guardhouse guardhouse, FirstAccounts firstAccounts) {
        this.ledgers = ledgers;
        this.guardhouse = guardhouse;
        this.firstAccounts = firstAccounts;
    }

    /** The shipped organisation, if there is none, then the first accounts; these are printed once. */
    Future<List<FirstAccounts.First>> found() {
        return organisation()
                .compose(adopted -> firstAccounts.found(FirstAccounts.STANDARD))
                .compose(made -> firstAccounts.watch().map(made));
    }

    private Future<Void> organisation() {
        if (!ledgers.house().picture().units().isEmpty()) {
            return Future.succeededFuture();
        }
        HouseCommand adopt = new HouseCommand.AdoptOrganisation(Placement.ofTree(CommandTree.shipped()));
        return give(NamedId.of(House.LEDGER, "first organisation"), adopt);
    }

    private Future<Void> give(UUID id, HouseCommand command) {
        return guardhouse.orders().give(Actor.SYSTEM, id, command).compose(answer -> switch (answer) {
            case Answer.Done done -> Future.succeededFuture();
            case Answer.Refused refused when refused.refusal().reason() == Reason.ALREADY_THERE ->
                Future.succeededFuture();
            case Answer.Refused refused -> Future.failedFuture(new IllegalStateException(refused.refusal().detail()));
            case Answer.Reused reused -> Future.succeededFuture();
        });
    }
}
