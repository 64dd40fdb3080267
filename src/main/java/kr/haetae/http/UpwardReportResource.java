package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Entry;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UpwardReportEvent;
import kr.haetae.incident.UpwardReport;
import kr.haetae.incident.UpwardReports;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Reports about incidents to units above (1보·2보·최종보). */
final class UpwardReportResource {
    private static final int MAX_TEXT = 4_000;

    private record Nothing() {}

    private record Wanted(@Nullable UnitCode to, @Nullable String text, @Nullable Boolean last) {}

    private record Sent(@JsonUnwrapped Commands.Receipt receipt, UUID id, int ordinal) {}

    private final OpenOperations operations;
    private final ListPage pages;

    UpwardReportResource(OpenOperations operations, ListPage pages) {
        this.operations = operations;
        this.pages = pages;
    }

    /** {@code incident}: about that one only; {@code to}: addressed to that unit; {@code received}: whether somebody took note. */
    Future<Reply> list(Call call) {
        Optional<UUID> incident = call.queryId("incident");
        Optional<UnitCode> to = call.queryUnit("to");
        Optional<Boolean> received = call.queryFlag("received");
        return pages.of(call, operations.require(call), UpwardReport.KIND, UpwardReport.class,
                (picture, report) -> incident.map(report.incident()::equals).orElse(true)
                        && to.map(report.to()::equals).orElse(true)
                        && received.map(wanted -> wanted == (report.receivedAt() != null)).orElse(true));
    }

    /** The report's id is the command's. */
    Future<Reply> send(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Wanted body = call.body(Wanted.class);
        Check check = new Check();
        UnitCode to = check.required("/to", body.to(), UnitCode.HEADQUARTERS);
        String text = check.text("/text", body.text(), MAX_TEXT);
        check.refuse();
        Author author = call.author();
        UpwardReports.Send command = new UpwardReports.Send(call.idempotencyKey(), IncidentDesk.incident(call), to,
                text, Boolean.TRUE.equals(body.last()));
        return Commands.submit(call, ledger, (picture, at) -> UpwardReports.send(picture, author, command))
                .map(entries -> Reply.created(sent(entries)));
    }

    Future<Reply> receive(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        call.body(Nothing.class);
        Author author = call.author();
        UUID report = call.pathId("report");
        return Commands.submit(call, ledger, (picture, at) -> UpwardReports.receive(picture, author, report))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static Sent sent(List<Entry> entries) {
        UpwardReportEvent.UpwardReportSent event = (UpwardReportEvent.UpwardReportSent) entries.getFirst().event();
        return new Sent(Commands.Receipt.of(entries), event.report(), event.ordinal());
    }
}
