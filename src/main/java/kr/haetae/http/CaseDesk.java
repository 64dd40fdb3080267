package kr.haetae.http;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import kr.haetae.auth.House;
import kr.haetae.crime.CaseCommand;
import kr.haetae.crime.Cases;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Reason;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;

/** From a request about one case to the ledger; not of an operation that is put away, where nobody would be warned of anything. */
final class CaseDesk {
    private final OpenOperations operations;
    private final Supplier<House> house;

    CaseDesk(OpenOperations operations, Supplier<House> house) {
        this.operations = operations;
        this.house = house;
    }

    Future<List<Entry>> submit(Call call, CaseCommand command) {
        Ledger<Picture> ledger = operations.require(call);
        if (house.get().operations().get(ledger.id()).map(House.Operation::archived).getOrElse(false)) {
            throw Problems.of(Decision.refuse(Reason.OPERATION_NOT_OPEN, "The operation is put away.")).exception();
        }
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Cases.decide(picture, at, author, command));
    }

    Future<Reply> act(Call call, CaseCommand command) {
        return submit(call, command).map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    static UUID caseId(Call call) {
        return call.pathId("case");
    }
}
