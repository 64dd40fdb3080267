package kr.haetae.incident;

import java.time.Instant;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.Person;
import org.jspecify.annotations.Nullable;

/** What a room asks a commander to close an incident with. */
public record ClosureRequest(IncidentOutcome outcome, @Nullable String note, Person by, Instant at) {}
