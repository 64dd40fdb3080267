package kr.haetae.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.PlacedTeam;
import kr.haetae.event.TeamState;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * A team that a room can send.
 *
 * @param incident what it is at; absent while it is free
 * @param state absent while it is free
 * @param clearance that of the incident which it is at: whoever may not know of that does not see the team meanwhile
 */
public record Team(
        @JsonIgnore UUID team,
        UnitCode unit,
        String name,
        @Nullable UUID incident,
        @Nullable TeamState state,
        @Nullable Instant since,
        @JsonIgnore Clearance clearance)
        implements
            Entity {
    public static final String KIND = "team";

    public static Key key(UUID team) {
        return new Key(KIND, team.toString());
    }

    static Team free(UUID team, UnitCode unit, String name) {
        return new Team(team, unit, name, null, null, null, Clearance.GENERAL);
    }

    @Override
    public Key key() {
        return key(team);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).from(UnitKind.STATION).cleared(clearance);
    }

    @Override
    public Contribution contribution() {
        return incident == null
                ? Contribution.of("teams.total")
                : Contribution.of("teams.total", "teams.busy");
    }

    boolean busy() {
        return incident != null;
    }

    Team placed(PlacedTeam placed) {
        return new Team(team, placed.unit(), placed.name(), incident, state, since, clearance);
    }

    Team at(Incident where, TeamState how, Instant when) {
        return how == TeamState.CLEARED
                ? free(team, unit, name)
                : new Team(team, unit, name, where.incident(), how, when, where.clearance());
    }

    Team seenBy(Clearance by) {
        return new Team(team, unit, name, incident, state, since, by);
    }
}
