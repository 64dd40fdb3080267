package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Entry;
import kr.haetae.event.HandoverEvent;
import kr.haetae.incident.Handover;
import kr.haetae.incident.Handovers;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Hand-overs of a room at shift change (인계·인수). */
final class HandoverResource {
    private record Nothing() {}

    private record Wanted(@Nullable String note) {}

    /** More than one when something is restricted: each is accepted by itself, by somebody who is cleared. */
    private record Offered(@JsonUnwrapped Commands.Receipt receipt, List<UUID> ids) {}

    private final OpenOperations operations;
    private final ListPage pages;

    HandoverResource(OpenOperations operations, ListPage pages) {
        this.operations = operations;
        this.pages = pages;
    }

    /** {@code accepted}: whether somebody took over. */
    Future<Reply> list(Call call) {
        Optional<Boolean> accepted = call.queryFlag("accepted");
        return pages.of(call, operations.require(call), Handover.KIND, Handover.class, (picture,
                handover) -> accepted.map(wanted -> wanted == (handover.acceptedAt() != null)).orElse(true));
    }

    Future<Reply> offer(Call call) {
        Wanted body = call.body(Wanted.class);
        Check check = new Check();
        String note = check.optionalText("/note", body.note(), ReportResource.MAX_TEXT);
        check.refuse();
        return submit(call, new Handovers.Command.Offer(call.idempotencyKey(), note))
                .map(entries -> Reply.created(new Offered(Commands.Receipt.of(entries), entries.stream()
                        .map(entry -> ((HandoverEvent.HandoverOffered) entry.event()).handover()).toList())));
    }

    Future<Reply> accept(Call call) {
        call.body(Nothing.class);
        return receipt(submit(call, new Handovers.Command.Accept(call.pathId("handover"))));
    }

    Future<Reply> withdraw(Call call) {
        return receipt(submit(call, new Handovers.Command.Withdraw(call.pathId("handover"))));
    }

    private Future<List<Entry>> submit(Call call, Handovers.Command command) {
        Ledger<Picture> ledger = operations.require(call);
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Handovers.decide(picture, author, command));
    }

    private static Future<Reply> receipt(Future<List<Entry>> entries) {
        return entries.map(done -> Reply.ok(Commands.Receipt.of(done)));
    }
}
