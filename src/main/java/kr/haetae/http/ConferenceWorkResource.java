package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import kr.haetae.directive.ConferenceCommand;
import kr.haetae.directive.Conferences;
import kr.haetae.event.AgendaItem;
import kr.haetae.event.Author;
import kr.haetae.event.Entry;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** What happens to a conference once it is convened: its course, who attends, what is said and decided. */
final class ConferenceWorkResource {
    private record Nothing() {}

    private record Why(@Nullable String reason) {}

    private record Room(@Nullable UnitCode unit) {}

    private record Absence(@Nullable UnitCode unit, @Nullable String reason) {}

    private record Matter(@Nullable String text) {}

    private record Line(@Nullable UUID item, @Nullable String text) {}

    private record Recorded(@JsonUnwrapped Commands.Receipt receipt, UUID id) {}

    private final OpenOperations operations;

    ConferenceWorkResource(OpenOperations operations) {
        this.operations = operations;
    }

    Future<Reply> start(Call call) {
        call.body(Nothing.class);
        return act(call, new ConferenceCommand.Start(conference(call)));
    }

    Future<Reply> end(Call call) {
        call.body(Nothing.class);
        return act(call, new ConferenceCommand.End(conference(call)));
    }

    Future<Reply> cancel(Call call) {
        Why body = call.body(Why.class);
        Check check = new Check();
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        return act(call, new ConferenceCommand.Cancel(conference(call), reason));
    }

    /** {@code unit}: a room below for which it is entered; else the caller's own. So with the next two. */
    Future<Reply> join(Call call) {
        return act(call, new ConferenceCommand.Join(conference(call), call.body(Room.class).unit()));
    }

    Future<Reply> leave(Call call) {
        return act(call, new ConferenceCommand.Leave(conference(call), call.body(Room.class).unit()));
    }

    Future<Reply> beAbsent(Call call) {
        Absence body = call.body(Absence.class);
        Check check = new Check();
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        return act(call, new ConferenceCommand.BeAbsent(conference(call), body.unit(), reason));
    }

    /** The matter's id is its command's; so with notes and decisions. */
    Future<Reply> add(Call call) {
        Matter body = call.body(Matter.class);
        Check check = new Check();
        String text = check.text("/text", body.text(), ConferenceResource.MAX_ITEM);
        check.refuse();
        return created(call, new ConferenceCommand.AddItem(conference(call),
                new AgendaItem(call.idempotencyKey(), text)));
    }

    Future<Reply> note(Call call) {
        return line(call, line -> new ConferenceCommand.Note(conference(call), call.idempotencyKey(), line.item(),
                line.text()));
    }

    Future<Reply> decide(Call call) {
        return line(call, line -> new ConferenceCommand.Decide(conference(call), call.idempotencyKey(), line.item(),
                line.text()));
    }

    private record Said(@Nullable UUID item, String text) {}

    private Future<Reply> line(Call call, Function<Said, ConferenceCommand> command) {
        Line body = call.body(Line.class);
        Check check = new Check();
        String text = check.text("/text", body.text(), ReportResource.MAX_TEXT);
        check.refuse();
        return created(call, command.apply(new Said(body.item(), text)));
    }

    private Future<Reply> created(Call call, ConferenceCommand command) {
        return submit(call, command).map(entries -> Reply
                .created(new Recorded(Commands.Receipt.of(entries), entries.getFirst().command())));
    }

    private Future<Reply> act(Call call, ConferenceCommand command) {
        return submit(call, command).map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private Future<List<Entry>> submit(Call call, ConferenceCommand command) {
        Ledger<Picture> ledger = operations.require(call);
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Conferences.decide(picture, at, author, command));
    }

    private static UUID conference(Call call) {
        return call.pathId("conference");
    }
}
