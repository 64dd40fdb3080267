package kr.haetae.incident;

import java.util.List;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.PlacedTeam;
import kr.haetae.event.Reason;
import kr.haetae.picture.Picture;

/** Decides which teams there are; {@link Incidents} folds them, because they move with incidents. Pure. */
public final class Teams {
    private Teams() {}

    /** Those that stand already just so are passed over. */
    public static Decision decide(Picture picture, Author author, List<PlacedTeam> teams) {
        for (int i = 0; i < teams.size(); i++) {
            PlacedTeam team = teams.get(i);
            if (!picture.tree().contains(team.unit())) {
                return Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + team.unit() + ".", "/unit");
            }
            if (!picture.tree().covers(author.unit(), team.unit())) {
                return Decision.refuse(Reason.OUTSIDE_JURISDICTION,
                        team.unit() + " is outside your jurisdiction " + author.unit() + ".", "/unit");
            }
        }
        List<PlacedTeam> fresh = teams.stream().filter(team -> picture.held(Team.key(team.team())).isEmpty()).toList();
        return fresh.isEmpty()
                ? Decision.refuse(Reason.NOTHING_CHANGED, "These teams are there already.", "/names")
                : Decision.accept(new IncidentEvent.TeamsSet(fresh, author.person()));
    }
}
