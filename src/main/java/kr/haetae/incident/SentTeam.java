package kr.haetae.incident;

import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.TeamState;

/** A team at work on an incident. */
public record SentTeam(UUID team, String name, TeamState state, Instant since) {}
