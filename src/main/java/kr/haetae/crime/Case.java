package kr.haetae.crime;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.event.CasePersons;
import kr.haetae.event.CaseStage;
import kr.haetae.event.Person;
import kr.haetae.event.Redaction;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * One election-crime case; its history is read from the ledger.
 *
 * @param unit who investigates
 * @param incidents what it came from or has to do with
 * @param limitationOn the last day of the limitation (공소시효), in KST
 * @param limitationAlarm the last mark of days left that was raised, while the case was open
 * @param notes how many were written
 */
public record Case(
        @JsonIgnore UUID caseId,
        String number,
        UnitCode unit,
        @JsonUnwrapped CaseFacts facts,
        CaseStage stage,
        Instant stageSince,
        CasePersons persons,
        List<UUID> incidents,
        LocalDate limitationOn,
        @Nullable Integer limitationAlarm,
        Instant openedAt,
        Person openedBy,
        int notes)
        implements
            Entity {
    public static final String KIND = "case";

    public Case {
        incidents = List.copyOf(incidents);
    }

    public static Key key(UUID caseId) {
        return new Key(KIND, caseId.toString());
    }

    @Override
    public Key key() {
        return key(caseId);
    }

    /** Open ones are held by every view above that is cleared; of ended ones there are thousands, the lists find them. */
    @Override
    public Audience audience() {
        return new Audience(unit, Set.of(), false, Clearance.CASES, stage.open() ? UnitKind.HQ : UnitKind.STATION);
    }

    @Override
    public Contribution contribution() {
        Map<String, Long> figures = new HashMap<>(Map.of("cases.total", 1L, "cases.kind." + facts.crimeKind(), 1L));
        if (persons.total() > 0) {
            figures.put("cases.persons", (long) persons.total());
        }
        if (stage.open()) {
            figures.put("cases.open", 1L);
            if (limitationAlarm != null) {
                figures.put("cases.limitationNear", 1L);
            }
        }
        return Contribution.of(figures);
    }

    @Override
    public boolean chronicled() {
        return true;
    }

    @Override
    public @Nullable Instant timedFrom() {
        return stage.open() ? Limitation.next(limitationOn, limitationAlarm) : null;
    }

    Case corrected(CaseFacts now) {
        LocalDate last = now.limitationOn();
        return new Case(caseId, number, unit, now, stage, stageSince, persons, incidents, last,
                last.equals(limitationOn) ? limitationAlarm : null, openedAt, openedBy, notes);
    }

    Case erased(long entry) {
        return new Case(caseId, number, unit, facts.erased(entry, Redaction.ERASED), stage, stageSince, persons,
                incidents, limitationOn, limitationAlarm, openedAt, openedBy, notes);
    }

    Case moved(CaseStage to, Instant at) {
        return new Case(caseId, number, unit, facts, to, at, persons, incidents, limitationOn, limitationAlarm,
                openedAt, openedBy, notes);
    }

    Case counted(CasePersons now) {
        return new Case(caseId, number, unit, facts, stage, stageSince, now, incidents, limitationOn, limitationAlarm,
                openedAt, openedBy, notes);
    }

    Case owner(UnitCode now) {
        return new Case(caseId, number, now, facts, stage, stageSince, persons, incidents, limitationOn,
                limitationAlarm, openedAt, openedBy, notes);
    }

    Case noted() {
        return new Case(caseId, number, unit, facts, stage, stageSince, persons, incidents, limitationOn,
                limitationAlarm, openedAt, openedBy, notes + 1);
    }

    Case linked(UUID incident) {
        List<UUID> more = Stream.concat(incidents.stream(), Stream.of(incident)).distinct().toList();
        return new Case(caseId, number, unit, facts, stage, stageSince, persons, more, limitationOn, limitationAlarm,
                openedAt, openedBy, notes);
    }

    Case warned(int daysLeft) {
        return new Case(caseId, number, unit, facts, stage, stageSince, persons, incidents, limitationOn, daysLeft,
                openedAt, openedBy, notes);
    }
}
