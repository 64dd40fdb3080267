package kr.haetae.crime;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
 * @param summaryEntry seq of the entry that it came with, so that it can be erased
 */
public record CaseFacts(
        CrimeKind crimeKind,
        CaseOrigin origin,
        LocalDate electionDay,
        @Nullable LocalDate actOn,
        String summary,
        @JsonIgnore long summaryEntry) {
    /** {@code entry}: the seq of the correction. */
    CaseFacts corrected(CaseEvent.CaseCorrected by, long entry) {
        return new CaseFacts(Objects.requireNonNullElse(by.kind(), crimeKind),
                Objects.requireNonNullElse(by.origin(), origin),
                Objects.requireNonNullElse(by.electionDay(), electionDay),
                by.actOn() == null ? actOn : by.actOn(),
                Objects.requireNonNullElse(by.summary(), summary),
                by.summary() == null ? summaryEntry : entry);
    }

    /** Without the words that came with that entry. */
    CaseFacts erased(long entry, String left) {
        return entry == summaryEntry ? new CaseFacts(crimeKind, origin, electionDay, actOn, left, summaryEntry) : this;
    }

    LocalDate limitationOn() {
        return Limitation.lastDay(electionDay, actOn);
    }
}
