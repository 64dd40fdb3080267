package kr.haetae.http;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kr.haetae.auth.Action;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.UnitCode;
import kr.haetae.event.Veracity;
import kr.haetae.incident.IncidentCommand;
import org.jspecify.annotations.Nullable;

/** What can be done with many incidents at once: the duty that it takes and the fields of {@code body} that belong to it. */
enum BulkAction {
    ACKNOWLEDGE(Action.INCIDENT_ACKNOWLEDGE),
    COMMENT(Action.INCIDENT_COMMENT, "text"),
    DISPATCH(Action.INCIDENT_DISPATCH, "note"),
    TRANSFER(Action.INCIDENT_TRANSFER, "unit", "reason"),
    RESOLVE(Action.INCIDENT_RESOLVE, "note"),
    JUDGE(Action.INCIDENT_TRIAGE, "veracity", "reason"),
    CORRECT(Action.INCIDENT_TRIAGE, "kind", "code", "reason"),
    MERGE(Action.INCIDENT_TRIAGE, "into"),
    LINK(Action.INCIDENT_TRIAGE, "other"),
    REQUEST_CLOSURE(Action.INCIDENT_CLOSE, "outcome", "note"),
    RETURN_CLOSURE(Action.INCIDENT_APPROVE_CLOSURE, "reason"),
    CLOSE(Action.INCIDENT_CLOSE, "outcome", "note"),
    FIND_FALSE(Action.INCIDENT_CLOSE, "reason"),
    REOPEN(Action.INCIDENT_CLOSE, "reason");

    private static final UUID NOBODY = new UUID(0, 0);

    private final Action duty;
    private final Set<String> fields;

    BulkAction(Action duty, String... fields) {
        this.duty = duty;
        this.fields = Set.of(fields);
    }

    Action duty() {
        return duty;
    }

    /** {@code body} of the request; each action knows some of it. */
    record Terms(
            @Nullable String text,
            @Nullable String note,
            @Nullable String reason,
            @Nullable UnitCode unit,
            @Nullable Veracity veracity,
            @Nullable IncidentKind kind,
            @Nullable Integer code,
            @Nullable UUID into,
            @Nullable UUID other,
            @Nullable IncidentOutcome outcome) {
        static final Terms NONE = new Terms(null, null, null, null, null, null, null, null, null, null);
    }

    /** The command for each incident; what is wrong with the terms is noted. {@code commander}: may close where approval is needed. */
    Function<UUID, IncidentCommand> step(Terms terms, Check check, boolean commander) {
        requireOwn(terms, check);
        return switch (this) {
            case ACKNOWLEDGE -> IncidentCommand.Acknowledge::new;
            case COMMENT -> {
                String text = check.text("/body/text", terms.text(), ReportResource.MAX_TEXT);
                yield id -> new IncidentCommand.Comment(id, text);
            }
            case DISPATCH -> {
                String note = check.text("/body/note", terms.note(), ReportResource.MAX_TEXT);
                yield id -> new IncidentCommand.Dispatch(id, note);
            }
            case RESOLVE -> {
                String note = note(terms, check);
                yield id -> new IncidentCommand.Resolve(id, note);
            }
            case MERGE -> {
                UUID into = check.required("/body/into", terms.into(), NOBODY);
                yield id -> new IncidentCommand.Merge(id, into);
            }
            case LINK -> {
                UUID other = check.required("/body/other", terms.other(), NOBODY);
                yield id -> new IncidentCommand.Link(id, other);
            }
            case REQUEST_CLOSURE, CLOSE -> closing(terms, check, commander);
            case TRANSFER, JUDGE, CORRECT, RETURN_CLOSURE, FIND_FALSE, REOPEN -> reasoned(terms, check);
        };
    }

    private Function<UUID, IncidentCommand> closing(Terms terms, Check check, boolean commander) {
        IncidentOutcome outcome = check.required("/body/outcome", terms.outcome(), IncidentOutcome.NO_ACTION_NEEDED);
        String note = note(terms, check);
        return this == CLOSE
                ? id -> new IncidentCommand.Close(id, outcome, note, commander)
                : id -> new IncidentCommand.RequestClosure(id, outcome, note);
    }

    private Function<UUID, IncidentCommand> reasoned(Terms terms, Check check) {
        String reason = check.text("/body/reason", terms.reason(), ReportResource.MAX_TEXT);
        return switch (this) {
            case TRANSFER -> {
                UnitCode unit = check.required("/body/unit", terms.unit(), UnitCode.HEADQUARTERS);
                yield id -> new IncidentCommand.Transfer(id, unit, reason);
            }
            case JUDGE -> {
                Veracity veracity = check.required("/body/veracity", terms.veracity(), Veracity.UNVERIFIED);
                yield id -> new IncidentCommand.Judge(id, veracity, reason);
            }
            case CORRECT -> {
                Integer code = terms.code() == null ? null : check.range("/body/code", terms.code(), 0, 4);
                if (terms.kind() == null && code == null) {
                    check.wrong("/body", "missing-field", "Give the kind, the code or both.");
                }
                yield id -> new IncidentCommand.Correct(id, terms.kind(), code, reason);
            }
            case RETURN_CLOSURE -> id -> new IncidentCommand.ReturnClosure(id, reason);
            case FIND_FALSE -> id -> new IncidentCommand.FindFalse(id, reason);
            case REOPEN -> id -> new IncidentCommand.Reopen(id, reason);
            case ACKNOWLEDGE, COMMENT, DISPATCH, RESOLVE, MERGE, LINK, REQUEST_CLOSURE, CLOSE ->
                throw new IllegalStateException(name());
        };
    }

    private static @Nullable String note(Terms terms, Check check) {
        return check.optionalText("/body/note", terms.note(), ReportResource.MAX_TEXT);
    }

    /** A field of another action is a mistake, not something to pass over. */
    private void requireOwn(Terms terms, Check check) {
        own(check, "text", terms.text());
        own(check, "note", terms.note());
        own(check, "reason", terms.reason());
        own(check, "unit", terms.unit());
        own(check, "veracity", terms.veracity());
        own(check, "kind", terms.kind());
        own(check, "code", terms.code());
        own(check, "into", terms.into());
        own(check, "other", terms.other());
        own(check, "outcome", terms.outcome());
    }

    private void own(Check check, String field, @Nullable Object value) {
        if (value != null && !fields.contains(field)) {
            check.wrong("/body/" + field, "unknown-field", "The action " + this + " knows no field '" + field + "'.");
        }
    }
}
