package kr.haetae.http;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import kr.haetae.auth.Action;
import kr.haetae.directive.DirectiveCommand;
import kr.haetae.directive.Directives;
import kr.haetae.event.Author;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** What rooms, posts and the issuer do about a directive. */
final class DirectiveWorkResource {
    private record Nothing() {}

    private record Room(@Nullable UnitCode unit) {}

    private record Done(@Nullable UnitCode unit, @Nullable String note) {}

    private record Return(@Nullable UnitCode unit, @Nullable String reason) {}

    private record Rooms(@Nullable List<@Nullable UnitCode> rooms) {}

    private record Why(@Nullable String reason) {}

    private final OpenOperations operations;

    DirectiveWorkResource(OpenOperations operations) {
        this.operations = operations;
    }

    /** For the caller's own room. */
    Future<Reply> read(Call call) {
        call.body(Nothing.class);
        return act(call, new DirectiveCommand.Read(directive(call)));
    }

    /** {@code unit}: a room below for which it is entered; else the caller's own. */
    Future<Reply> acknowledge(Call call) {
        return act(call, new DirectiveCommand.Acknowledge(directive(call), call.body(Room.class).unit()));
    }

    /** {@code unit}: as with an acknowledgement. */
    Future<Reply> complete(Call call) {
        Done body = call.body(Done.class);
        Check check = new Check();
        String note = check.optionalText("/note", body.note(), ReportResource.MAX_TEXT);
        check.refuse();
        return act(call, new DirectiveCommand.Complete(directive(call), body.unit(), note));
    }

    Future<Reply> reopen(Call call) {
        Return body = call.body(Return.class);
        Check check = new Check();
        UnitCode unit = check.required("/unit", body.unit(), UnitCode.HEADQUARTERS);
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        return act(call, new DirectiveCommand.Reopen(directive(call), unit, reason));
    }

    /** Without {@code rooms}: all that are late. */
    Future<Reply> chase(Call call) {
        Rooms body = call.body(Rooms.class);
        Check check = new Check();
        List<UnitCode> rooms = body.rooms() == null ? null
                : check.all("/rooms", body.rooms(), UnitCode.HEADQUARTERS);
        check.refuse();
        return act(call, new DirectiveCommand.Chase(directive(call), rooms));
    }

    Future<Reply> withdraw(Call call) {
        Why body = call.body(Why.class);
        Check check = new Check();
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        return act(call, new DirectiveCommand.Withdraw(directive(call), reason));
    }

    Future<Reply> acknowledgePost(Call call) {
        call.body(Nothing.class);
        return act(call, new DirectiveCommand.AcknowledgePost(directive(call), call.pathId("post"),
                call.actor().may(Action.POST_REPORT_FOR_OTHERS)));
    }

    private Future<Reply> act(Call call, DirectiveCommand command) {
        Ledger<Picture> ledger = operations.require(call);
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Directives.decide(picture, at, author, command))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static UUID directive(Call call) {
        return call.pathId("directive");
    }
}
