package kr.haetae.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Decides commands about incidents and folds what was decided. Pure. */
public final class Incidents implements Evolution {
    /** How far ahead a phone's clock may run before its report is refused. */
    static final Duration AHEAD = Duration.ofMinutes(5);
    /** How old a report may be: longer than any outbox stays unsent within one operation's campaign (24 days in 2025). */
    static final Duration BEHIND = Duration.ofDays(30);

    /** What becomes of the command on this picture; {@code at} is the operation's time. */
    public static Decision decide(Picture picture, Instant at, Author author, IncidentCommand command) {
        if (command instanceof IncidentCommand.Report report) {
            return picture.notOpen().orElseGet(() -> report(picture, at, author, report));
        }
        Optional<Incident> found = picture.find(Incident.key(command.incident()), Incident.class)
                .filter(incident -> picture.tree().covers(author.unit(), incident.unit()));
        if (found.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN_INCIDENT,
                    "There is no incident " + command.incident() + " in your jurisdiction.");
        }
        return work(picture, author, found.get(), command);
    }

    private static Decision report(Picture picture, Instant at, Author author, IncidentCommand.Report report) {
        if (report.occurredAt().isAfter(at.plus(AHEAD))) {
            return Decision.refuse(Reason.OCCURRED_IN_FUTURE,
                    "It cannot have occurred at " + report.occurredAt() + "; it is " + at
                            + " now. Check the device's clock.",
                    "/occurredAt");
        }
        if (report.occurredAt().isBefore(at.minus(BEHIND))) {
            return Decision.refuse(Reason.OCCURRED_TOO_LONG_AGO,
                    "It occurred at " + report.occurredAt() + ", over " + BEHIND.toDays() + " days ago.",
                    "/occurredAt");
        }
        UUID post = report.post() == null && report.unit() == null ? author.post() : report.post();
        Optional<Entity> place = post == null
                ? Optional.empty()
                : picture.find(new Key("post", post.toString()), Entity.class);
        if (post != null && place.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN_POST, "There is no post " + post + ".", "/post");
        }
        UnitCode unit = place.map(entity -> entity.audience().unit())
                .orElseGet(() -> report.unit() == null ? author.unit() : report.unit());
        return report(picture, author, report, unit, post);
    }

    private static Decision report(
            Picture picture, Author author, IncidentCommand.Report report, UnitCode unit, @Nullable UUID post) {
        Optional<PlacedUnit> owner = picture.tree().unit(unit);
        if (owner.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + unit + ".", "/unit");
        }
        if (report.unit() != null && !report.unit().equals(unit)) {
            return Decision.refuse(Reason.POST_OF_OTHER_UNIT,
                    "Post " + post + " belongs to " + unit + ", not to " + report.unit() + ".", "/unit");
        }
        if (!picture.tree().covers(author.unit(), unit)) {
            return Decision.refuse(Reason.OUTSIDE_JURISDICTION,
                    "Unit " + unit + " is outside your jurisdiction " + author.unit() + ".",
                    post == null ? "/unit" : "/post");
        }
        String number = "%s-%04d".formatted(owner.get().label(), picture.counter(counter(unit)) + 1);
        return Decision.accept(new Event.IncidentReported(
                report.incident(), number, unit, report.kind(), report.code(), report.text(), post, report.position(),
                report.occurredAt(), report.source(), report.callNumber(),
                Objects.requireNonNullElseGet(report.reportedBy(), author::person), author.person()));
    }

    private static Decision work(Picture picture, Author author, Incident incident, IncidentCommand command) {
        UUID id = incident.incident();
        IncidentStatus status = incident.status();
        return switch (command) {
            case IncidentCommand.Report report ->
                throw new IllegalArgumentException("already decided: " + report.incident());
            case IncidentCommand.Comment comment ->
                Decision.accept(new Event.IncidentCommented(id, comment.text(), author.person()));
            case IncidentCommand.Acknowledge acknowledge when status == IncidentStatus.REPORTED ->
                Decision.accept(new Event.IncidentAcknowledged(id, author.person()));
            case IncidentCommand.Dispatch dispatch when status.compareTo(IncidentStatus.RESOLVED) < 0 ->
                Decision.accept(new Event.IncidentDispatched(id, dispatch.note(), author.person()));
            case IncidentCommand.Transfer transfer when status.open() -> transfer(picture, author, incident, transfer);
            case IncidentCommand.Resolve resolve when status.compareTo(IncidentStatus.RESOLVED) < 0 ->
                Decision.accept(new Event.IncidentResolved(id, resolve.note(), author.person()));
            case IncidentCommand.Close close when status.open() ->
                Decision.accept(new Event.IncidentClosed(id, close.outcome(), close.note(), author.person()));
            default -> Decision.refuse(Reason.ILLEGAL_TRANSITION, "%s is %s; one cannot %s it any more.".formatted(
                    incident.number(), status, command.getClass().getSimpleName().toLowerCase(Locale.ROOT)));
        };
    }

    private static Decision transfer(Picture picture, Author author, Incident incident,
            IncidentCommand.Transfer transfer) {
        if (!picture.tree().contains(transfer.unit())) {
            return Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + transfer.unit() + ".", "/unit");
        }
        if (transfer.unit().equals(incident.unit())) {
            return Decision.refuse(Reason.ALREADY_THERE,
                    incident.number() + " already belongs to " + transfer.unit() + ".", "/unit");
        }
        return Decision.accept(new Event.IncidentTransferred(
                incident.incident(), transfer.unit(), transfer.reason(), author.person()));
    }

    @Override
    public void apply(Draft draft, Entry entry) {
        Instant at = entry.at();
        switch (entry.event()) {
            case Event.IncidentReported e -> {
                draft.count(counter(e.unit()));
                draft.put(reported(e, at));
            }
            case Event.IncidentAcknowledged e -> change(draft, e.incident(), i -> i.acknowledged(at, e.by()));
            case Event.IncidentCommented e -> change(draft, e.incident(), Incident::remarked);
            case Event.IncidentDispatched e -> change(draft, e.incident(), i -> i.dispatched(at, e.by()));
            case Event.IncidentTransferred e -> change(draft, e.incident(), i -> i.transferred(e.unit()));
            case Event.IncidentResolved e -> change(draft, e.incident(), i -> i.resolved(at, e.by()));
            case Event.IncidentClosed e -> change(draft, e.incident(), i -> i.closed(at, e.by(), e.outcome()));
            default -> {}
        }
    }

    private static void change(Draft draft, UUID id, UnaryOperator<Incident> step) {
        draft.find(Incident.key(id), Incident.class).ifPresent(incident -> draft.put(step.apply(incident)));
    }

    private static Incident reported(Event.IncidentReported e, Instant at) {
        return new Incident(e.incident(), e.number(), e.unit(), e.post(), e.position(), e.kind(), e.code(), e.text(),
                IncidentStatus.REPORTED, e.occurredAt(), at, e.source(), e.callNumber(), e.reportedBy(), e.enteredBy(),
                null, null, null, null, null, 0);
    }

    private static String counter(UnitCode unit) {
        return "incident/" + unit;
    }
}
