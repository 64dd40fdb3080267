package kr.haetae.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationKind;
import kr.haetae.event.OperationSettings;
import kr.haetae.event.OperationState;
import kr.haetae.event.Person;
import kr.haetae.event.PlannedPhase;
import kr.haetae.event.Reason;
import kr.haetae.event.SilenceRule;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Decides commands about an operation as a whole; the picture folds what was decided by itself. Pure. */
public final class Operations {
    /** How far from now a phase may begin; what has begun already may stand in a timetable. */
    static final Duration REACH = Duration.ofDays(366);

    private Operations() {}

    /** {@code realNow}: a clock of another rate goes on from what it shows then. */
    public static Decision decide(Picture picture, Instant at, Instant realNow, Author author,
            OperationCommand command) {
        return picture.operation()
                .map(operation -> decide(operation, new Moment(at, realNow), author.person(), command))
                .orElseGet(() -> Decision.refuse(Reason.OPERATION_NOT_OPEN, "The operation is not defined yet."));
    }

    private record Moment(Instant at, Instant real) {}

    private static Decision decide(OperationEntity operation, Moment now, Person by, OperationCommand command) {
        if (operation.state() == OperationState.CLOSED || operation.state() == OperationState.ARCHIVED) {
            return Decision.refuse(Reason.OPERATION_NOT_OPEN, "The operation " + operation.name() + " is closed.");
        }
        return switch (command) {
            case OperationCommand.Open c when operation.state() == OperationState.OPEN ->
                Decision.refuse(Reason.ALREADY_THERE, "The operation " + operation.name() + " is open already.");
            case OperationCommand.Open c -> Decision.accept(new OperationEvent.OperationOpened(by));
            case OperationCommand.Close c -> Decision.accept(new OperationEvent.OperationClosed(c.reason(), by));
            case OperationCommand.SetClock c -> setClock(operation, now, by, c);
            case OperationCommand.SetTimetable c -> setTimetable(operation, now.at(), by, c.phases());
            case OperationCommand.EnterPhase c -> enter(operation, c, c.planned() == null ? by : null);
            case OperationCommand.ChangeSettings c -> change(operation, by, c.settings());
        };
    }

    private static Decision setClock(OperationEntity operation, Moment now, Person by, OperationCommand.SetClock c) {
        if (operation.operationKind() == OperationKind.ELECTION) {
            return Decision.refuse(Reason.CLOCK_NOT_OF_KIND, "The clock of an election runs at rate 1.", "/rate");
        }
        return operation.clock().rate() == c.rate()
                ? Decision.refuse(Reason.NOTHING_CHANGED, "The clock runs at " + c.rate() + " already.", "/rate")
                : Decision.accept(new OperationEvent.ClockSet(new OperationClock(now.real(), now.at(), c.rate()),
                        c.reason(), by));
    }

    private static Decision setTimetable(OperationEntity operation, Instant at, Person by,
            List<PlannedPhase> phases) {
        if (phases.size() > OperationCommand.SetTimetable.LINES) {
            return Decision.refuse(Reason.TIMETABLE_MALFORMED,
                    "A timetable has at most " + OperationCommand.SetTimetable.LINES + " lines.", "/phases");
        }
        Set<UUID> ids = new HashSet<>();
        Set<Instant> times = new HashSet<>();
        for (int i = 0; i < phases.size(); i++) {
            Instant from = phases.get(i).from();
            if (from.isBefore(at.minus(REACH)) || from.isAfter(at.plus(REACH))) {
                return Decision.refuse(Reason.TIMETABLE_OUT_OF_RANGE,
                        "Line " + (i + 1) + " begins at " + from + ", over "
                                + REACH.toDays() + " days from " + at + ".",
                        "/phases/" + i + "/from");
            }
            if (!ids.add(phases.get(i).id()) || !times.add(phases.get(i).from())) {
                return Decision.refuse(Reason.TIMETABLE_MALFORMED,
                        "Line " + (i + 1) + " has the id or the time of another line.", "/phases/" + i);
            }
        }
        List<PlannedPhase> sorted = phases.stream().sorted(Comparator.comparing(PlannedPhase::from)).toList();
        return sorted.equals(operation.timetable())
                ? Decision.refuse(Reason.NOTHING_CHANGED, "This is the timetable already.")
                : Decision.accept(new OperationEvent.TimetableSet(sorted, by));
    }

    private static Decision enter(OperationEntity operation, OperationCommand.EnterPhase c, @Nullable Person by) {
        if (operation.state() != OperationState.OPEN) {
            return Decision.refuse(Reason.OPERATION_NOT_OPEN,
                    "The operation " + operation.name() + " is not open yet.");
        }
        return c.phase() == operation.phase()
                ? Decision.refuse(Reason.ALREADY_THERE, "The phase is " + c.phase() + " already.", "/phase")
                : Decision.accept(new OperationEvent.PhaseEntered(c.phase(), c.planned(), by));
    }

    private static Decision change(OperationEntity operation, Person by, OperationSettings settings) {
        Set<String> lines = new HashSet<>();
        for (int i = 0; i < settings.silence().size(); i++) {
            SilenceRule rule = settings.silence().get(i);
            if (!lines.add(rule.kind() + " " + rule.phase())) {
                return Decision.refuse(Reason.SETTINGS_MALFORMED,
                        rule.kind() + " in " + rule.phase() + " has two lines.", "/silence/" + i);
            }
            if (rule.lostMinutes() < rule.lateMinutes()) {
                return Decision.refuse(Reason.SETTINGS_MALFORMED,
                        "Contact can't be lost before the report is late.", "/silence/" + i + "/lostMinutes");
            }
        }
        return settings.equals(operation.settings())
                ? Decision.refuse(Reason.NOTHING_CHANGED, "These are the settings already.")
                : Decision.accept(new OperationEvent.SettingsChanged(settings, by));
    }
}
