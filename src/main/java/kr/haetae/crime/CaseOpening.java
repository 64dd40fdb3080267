package kr.haetae.crime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.CaseEvent;
import kr.haetae.event.Decision;
import kr.haetae.event.Phase;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Decides new cases. Pure. */
final class CaseOpening {
    private CaseOpening() {}

    static Decision decide(Picture picture, Instant at, Author author, CaseCommand.Open open) {
        UUID about = open.incident();
        if (about == null && !open.investigator()) {
            return Decision.refuse(Reason.INCIDENT_NEEDED, "A situation room opens a case from an incident.",
                    "/incident");
        }
        Optional<Entity> incident = about == null ? Optional.empty() : incident(picture, author, about);
        if (about != null && incident.isEmpty()) {
            return unknownIncident(about);
        }
        UnitCode fallback = incident.map(it -> it.audience().unit()).orElse(author.unit());
        UnitCode unit = open.unit() == null ? fallback : open.unit();
        return wrongDay(at, open.actOn())
                .orElseGet(() -> decide(picture, author, open, unit));
    }

    private static Decision decide(Picture picture, Author author, CaseCommand.Open open, UnitCode unit) {
        Optional<PlacedUnit> owner = picture.tree().unit(unit);
        if (owner.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + unit + ".", "/unit");
        }
        if (!picture.tree().covers(author.unit(), unit)) {
            return Decision.refuse(Reason.OUTSIDE_JURISDICTION,
                    "Unit " + unit + " is outside your jurisdiction " + author.unit() + ".", "/unit");
        }
        @Nullable
        LocalDate electionDay = open.electionDay() == null ? pollingDay(picture) : open.electionDay();
        if (electionDay == null) {
            return Decision.refuse(Reason.ELECTION_DAY_MISSING,
                    "The operation's timetable has no voting phase; say on which day the election is.",
                    "/electionDay");
        }
        String number = "%s-사건-%04d".formatted(owner.get().label(), picture.counter(counter(unit)) + 1);
        return Decision.accept(new CaseEvent.CaseOpened(open.caseId(), number, unit, open.kind(), open.origin(),
                open.incident(), electionDay, open.actOn(), open.summary(), open.persons(), author.person()));
    }

    /** The day on which the timetable's first voting phase begins, in KST. */
    private static @Nullable LocalDate pollingDay(Picture picture) {
        return picture.operation().map(OperationEntity::timetable).stream().flatMap(lines -> lines.stream())
                .filter(line -> line.phase() == Phase.VOTING)
                .map(line -> Limitation.day(line.from()))
                .findFirst().orElse(null);
    }

    static Optional<Decision> wrongDay(Instant at, @Nullable LocalDate actOn) {
        return actOn != null && actOn.isAfter(Limitation.day(at))
                ? Optional.of(Decision.refuse(Reason.OCCURRED_IN_FUTURE,
                        "The act can't have been on " + actOn + "; it is " + Limitation.day(at) + " now.", "/actOn"))
                : Optional.empty();
    }

    /** By its key alone: cases and incidents do not know each other. */
    static Optional<Entity> incident(Picture picture, Author author, UUID incident) {
        return picture.visible(author, new Key("incident", incident.toString()), Entity.class);
    }

    static Decision unknownIncident(UUID incident) {
        return Decision.refuse(Reason.UNKNOWN_INCIDENT,
                "There is no incident " + incident + " in your jurisdiction.", "/incident");
    }

    /** What counts a unit's numbers. */
    static String counter(UnitCode unit) {
        return "case/" + unit;
    }
}
