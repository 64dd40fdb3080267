package kr.haetae.crime;

import java.time.LocalDate;
import java.util.UUID;
import kr.haetae.event.CaseOrigin;
import kr.haetae.event.CasePersons;
import kr.haetae.event.CaseStage;
import kr.haetae.event.CrimeKind;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What one can ask for concerning one case. */
public sealed interface CaseCommand {
    UUID caseId();

    /**
     * @param unit absent: the incident's, without one the author's own
     * @param electionDay absent: the day of the timetable's voting phase
     * @param investigator whether the author may open one without an incident
     */
    record Open(
            UUID caseId,
            @Nullable UnitCode unit,
            CrimeKind kind,
            CaseOrigin origin,
            @Nullable UUID incident,
            @Nullable LocalDate electionDay,
            @Nullable LocalDate actOn,
            String summary,
            CasePersons persons,
            boolean investigator)
            implements
                CaseCommand {}

    record Move(UUID caseId, CaseStage to, @Nullable String note) implements CaseCommand {}

    record Count(UUID caseId, CasePersons persons, String reason) implements CaseCommand {}

    /** Absent stays. */
    record Correct(
            UUID caseId,
            @Nullable CrimeKind kind,
            @Nullable CaseOrigin origin,
            @Nullable LocalDate electionDay,
            @Nullable LocalDate actOn,
            @Nullable String summary,
            String reason)
            implements
                CaseCommand {}

    record Transfer(UUID caseId, UnitCode unit, String reason) implements CaseCommand {}

    record Note(UUID caseId, String text) implements CaseCommand {}

    record Link(UUID caseId, UUID incident) implements CaseCommand {}
}
