package kr.haetae.event;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to an election-crime case (선거사범). No event has a field for anybody's name or party but the police's own. */
public sealed interface CaseEvent extends Event.Operational {
    UUID caseId();

    /**
     * @param number such as 서울강남-사건-0007; unique in the operation
     * @param incident what it came from, if it did from one
     * @param electionDay in KST; with {@code actOn} it decides the limitation (공소시효)
     * @param actOn the day of the act, where known
     * @param summary without names
     */
    record CaseOpened(
            UUID caseId,
            String number,
            UnitCode unit,
            CrimeKind kind,
            CaseOrigin origin,
            @Nullable UUID incident,
            LocalDate electionDay,
            @Nullable LocalDate actOn,
            String summary,
            CasePersons persons,
            Person by)
            implements
                CaseEvent {}

    record CaseStageMoved(UUID caseId, CaseStage to, @Nullable String note, Person by) implements CaseEvent {}

    /** The numbers as they are now, not what was added. */
    record CasePersonsCounted(UUID caseId, CasePersons persons, String reason, Person by) implements CaseEvent {}

    /** Absent stays. */
    record CaseCorrected(
            UUID caseId,
            @Nullable CrimeKind kind,
            @Nullable CaseOrigin origin,
            @Nullable LocalDate electionDay,
            @Nullable LocalDate actOn,
            @Nullable String summary,
            String reason,
            Person by)
            implements
                CaseEvent {}

    record CaseTransferred(UUID caseId, UnitCode unit, String reason, Person by) implements CaseEvent {}

    record CaseNoted(UUID caseId, String text, Person by) implements CaseEvent {}

    /** It has to do with that incident too. */
    record CaseLinked(UUID caseId, UUID incident, Person by) implements CaseEvent {}

    /**
     * The limitation is near while the case is still open.
     *
     * @param limitationOn the last day, as the case stood
     * @param daysLeft the mark that was reached: 30, 14, 7, 3 or 1
     */
    record CaseLimitationNear(UUID caseId, LocalDate limitationOn, int daysLeft) implements CaseEvent {}
}
