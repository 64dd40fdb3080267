package kr.haetae.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.Person;
import org.jspecify.annotations.Nullable;

/**
 * What a room asks a commander to close an incident with.
 *
 * @param entry seq of the entry that it came with, so that its note can be erased
 */
public record ClosureRequest(
        IncidentOutcome outcome, @Nullable String note, Person by, Instant at, @JsonIgnore long entry) {
    ClosureRequest noted(@Nullable String other) {
        return new ClosureRequest(outcome, other, by, at, entry);
    }
}
