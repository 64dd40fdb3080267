package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.auth.Action;
import kr.haetae.crime.CaseCommand;
import kr.haetae.event.CaseEvent;
import kr.haetae.event.CaseOrigin;
import kr.haetae.event.CasePersons;
import kr.haetae.event.CaseStage;
import kr.haetae.event.CrimeKind;
import kr.haetae.event.Entry;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What is done with cases: opened, moved on, counted, corrected, handed over, noted on and linked. */
final class CaseWorkResource {
    private static final int MAX_TEXT = ReportResource.MAX_TEXT;
    private static final UUID NOBODY = new UUID(0, 0);

    private record Persons(@Nullable Integer principals, @Nullable Integer accomplices,
            @Nullable Integer instigators) {}

    private record Opening(
            @Nullable CrimeKind kind,
            @Nullable CaseOrigin origin,
            @Nullable UnitCode unit,
            @Nullable UUID incident,
            @Nullable String electionDay,
            @Nullable String actOn,
            @Nullable String summary,
            @Nullable Persons persons) {}

    private record Opened(@JsonUnwrapped Commands.Receipt receipt, UUID id, String number, UnitCode unit) {}

    private record Movement(@Nullable CaseStage to, @Nullable String note) {}

    private record Count(@Nullable Persons persons, @Nullable String reason) {}

    private record Correction(
            @Nullable CrimeKind kind,
            @Nullable CaseOrigin origin,
            @Nullable String electionDay,
            @Nullable String actOn,
            @Nullable String summary,
            @Nullable String reason) {}

    private record Transfer(@Nullable UnitCode unit, @Nullable String reason) {}

    private record Note(@Nullable String text) {}

    private record Linking(@Nullable UUID incident) {}

    private final CaseDesk desk;

    CaseWorkResource(CaseDesk desk) {
        this.desk = desk;
    }

    Future<Reply> open(Call call) {
        Opening body = call.body(Opening.class);
        Check check = new Check();
        CaseCommand.Open command = new CaseCommand.Open(
                call.idempotencyKey(),
                body.unit(),
                check.required("/kind", body.kind(), CrimeKind.OTHER),
                check.required("/origin", body.origin(), CaseOrigin.REPORT),
                body.incident(),
                check.optionalDate("/electionDay", body.electionDay()),
                check.optionalDate("/actOn", body.actOn()),
                check.text("/summary", body.summary(), MAX_TEXT),
                body.persons() == null ? CasePersons.NONE : persons(check, body.persons()),
                call.actor().may(Action.CASE_WORK));
        check.refuse();
        return desk.submit(call, command).map(entries -> Reply.created(opened(entries)));
    }

    Future<Reply> move(Call call) {
        Movement body = call.body(Movement.class);
        Check check = new Check();
        CaseStage to = check.required("/to", body.to(), CaseStage.INVESTIGATION);
        String note = check.optionalText("/note", body.note(), MAX_TEXT);
        check.refuse();
        return desk.act(call, new CaseCommand.Move(CaseDesk.caseId(call), to, note));
    }

    Future<Reply> count(Call call) {
        Count body = call.body(Count.class);
        Check check = new Check();
        CasePersons persons = persons(check,
                check.required("/persons", body.persons(), new Persons(0, 0, 0)));
        String reason = check.text("/reason", body.reason(), MAX_TEXT);
        check.refuse();
        return desk.act(call, new CaseCommand.Count(CaseDesk.caseId(call), persons, reason));
    }

    Future<Reply> correct(Call call) {
        Correction body = call.body(Correction.class);
        Check check = new Check();
        LocalDate electionDay = check.optionalDate("/electionDay", body.electionDay());
        LocalDate actOn = check.optionalDate("/actOn", body.actOn());
        String summary = check.optionalText("/summary", body.summary(), MAX_TEXT);
        String reason = check.text("/reason", body.reason(), MAX_TEXT);
        if (Stream.of(body.kind(), body.origin(), body.electionDay(), body.actOn(), summary)
                .allMatch(Objects::isNull)) {
            check.wrong("", "missing-field", "Give at least one of kind, origin, electionDay, actOn and summary.");
        }
        check.refuse();
        return desk.act(call, new CaseCommand.Correct(CaseDesk.caseId(call), body.kind(), body.origin(), electionDay,
                actOn, summary, reason));
    }

    Future<Reply> transfer(Call call) {
        Transfer body = call.body(Transfer.class);
        Check check = new Check();
        UnitCode unit = check.required("/unit", body.unit(), UnitCode.HEADQUARTERS);
        String reason = check.text("/reason", body.reason(), MAX_TEXT);
        check.refuse();
        return desk.act(call, new CaseCommand.Transfer(CaseDesk.caseId(call), unit, reason));
    }

    Future<Reply> note(Call call) {
        Note body = call.body(Note.class);
        Check check = new Check();
        String text = check.text("/text", body.text(), MAX_TEXT);
        check.refuse();
        return desk.act(call, new CaseCommand.Note(CaseDesk.caseId(call), text));
    }

    Future<Reply> link(Call call) {
        Linking body = call.body(Linking.class);
        Check check = new Check();
        UUID incident = check.required("/incident", body.incident(), NOBODY);
        check.refuse();
        return desk.act(call, new CaseCommand.Link(CaseDesk.caseId(call), incident));
    }

    private static CasePersons persons(Check check, Persons given) {
        return new CasePersons(check.range("/persons/principals", given.principals(), 0, CasePersons.MOST),
                check.range("/persons/accomplices", given.accomplices(), 0, CasePersons.MOST),
                check.range("/persons/instigators", given.instigators(), 0, CasePersons.MOST));
    }

    private static Opened opened(List<Entry> entries) {
        CaseEvent.CaseOpened event = (CaseEvent.CaseOpened) entries.getFirst().event();
        return new Opened(Commands.Receipt.of(entries), event.caseId(), event.number(), event.unit());
    }
}
