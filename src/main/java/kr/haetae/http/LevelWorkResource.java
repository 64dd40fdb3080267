package kr.haetae.http;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.ledger.Ledger;
import kr.haetae.level.LevelCommand;
import kr.haetae.level.Levels;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** What commanders and rooms do about a declared level. */
final class LevelWorkResource {
    private record Nothing() {}

    private record Why(@Nullable String reason) {}

    private record Extension(@Nullable Instant until, @Nullable String reason) {}

    private final OpenOperations operations;

    LevelWorkResource(OpenOperations operations) {
        this.operations = operations;
    }

    Future<Reply> confirm(Call call) {
        call.body(Nothing.class);
        return act(call, new LevelCommand.Confirm(level(call)));
    }

    Future<Reply> approve(Call call) {
        call.body(Nothing.class);
        return act(call, new LevelCommand.Approve(level(call)));
    }

    Future<Reply> refuse(Call call) {
        return act(call, new LevelCommand.Refuse(level(call), reason(call)));
    }

    Future<Reply> extend(Call call) {
        Extension body = call.body(Extension.class);
        Check check = new Check();
        Instant until = check.required("/until", body.until(), Instant.EPOCH);
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        return act(call, new LevelCommand.Extend(level(call), until, reason));
    }

    Future<Reply> lift(Call call) {
        return act(call, new LevelCommand.Lift(level(call), reason(call)));
    }

    /** For the caller's own room. */
    Future<Reply> receive(Call call) {
        call.body(Nothing.class);
        return act(call, new LevelCommand.Receive(level(call)));
    }

    private static String reason(Call call) {
        Why body = call.body(Why.class);
        Check check = new Check();
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        return reason;
    }

    private Future<Reply> act(Call call, LevelCommand command) {
        Ledger<Picture> ledger = operations.require(call);
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Levels.decide(picture, at, author, command))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static UUID level(Call call) {
        return call.pathId("level");
    }
}
