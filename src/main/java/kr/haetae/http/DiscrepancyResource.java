package kr.haetae.http;

import io.vertx.core.Future;
import kr.haetae.auth.Action;
import kr.haetae.custody.TransportCommand;
import org.jspecify.annotations.Nullable;

/** Discrepancies explained and accepted, and alarms about late routes taken note of. */
final class DiscrepancyResource {
    private record Explanation(@Nullable String text) {}

    private record Nothing() {}

    private record Note(@Nullable String note) {}

    private final OpenOperations operations;

    DiscrepancyResource(OpenOperations operations) {
        this.operations = operations;
    }

    Future<Reply> explain(Call call) {
        Explanation body = call.body(Explanation.class);
        Check check = new Check();
        String text = check.text("/text", body.text(), ReportResource.MAX_TEXT);
        check.refuse();
        return submit(call, new TransportCommand.Explain(call.pathId("discrepancy"), text,
                call.actor().may(Action.TRANSPORT_REPORT_FOR_OTHERS)));
    }

    Future<Reply> accept(Call call) {
        call.body(Nothing.class);
        return submit(call, new TransportCommand.Accept(call.pathId("discrepancy")));
    }

    Future<Reply> acknowledge(Call call) {
        Note body = call.body(Note.class);
        Check check = new Check();
        String note = check.optionalText("/note", body.note(), ReportResource.MAX_TEXT);
        check.refuse();
        return submit(call, new TransportCommand.Acknowledge(call.pathUnit("unit"), note));
    }

    private Future<Reply> submit(Call call, TransportCommand command) {
        return Custody.submit(call, operations.require(call), command)
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }
}
