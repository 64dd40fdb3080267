package kr.haetae.crime;

import java.time.LocalDate;
import java.util.Objects;
import kr.haetae.event.CaseEvent;
import kr.haetae.event.CaseOrigin;
import kr.haetae.event.CrimeKind;
import org.jspecify.annotations.Nullable;

/**
 * What a case is about.
 *
 * @param electionDay in KST, as {@code actOn}
 * @param summary without names
 */
public record CaseFacts(
        CrimeKind crimeKind,
        CaseOrigin origin,
        LocalDate electionDay,
        @Nullable LocalDate actOn,
        String summary) {
    CaseFacts corrected(CaseEvent.CaseCorrected by) {
        return new CaseFacts(Objects.requireNonNullElse(by.kind(), crimeKind),
                Objects.requireNonNullElse(by.origin(), origin),
                Objects.requireNonNullElse(by.electionDay(), electionDay),
                by.actOn() == null ? actOn : by.actOn(),
                Objects.requireNonNullElse(by.summary(), summary));
    }

    LocalDate limitationOn() {
        return Limitation.lastDay(electionDay, actOn);
    }
}
