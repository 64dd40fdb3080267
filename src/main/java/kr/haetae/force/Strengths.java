package kr.haetae.force;

import java.util.List;
import java.util.Optional;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.ForceStrength;
import kr.haetae.event.Reason;
import kr.haetae.picture.Picture;

/** How strong forces are, and who of them can be ordered (가용경력). */
public final class Strengths {
    /** People of one force at most: ours, all police of the capital (about 30,000) with room. */
    public static final int MOST = 100_000;

    private Strengths() {}

    static Decision decide(Picture picture, Author author, ForceCommand.SetStrength command) {
        if (command.forces().size() > ForceCommand.ROWS) {
            throw new IllegalArgumentException("at most " + ForceCommand.ROWS + " forces an entry");
        }
        Optional<Decision> over = Rules.over(picture);
        if (over.isPresent()) {
            return over.get();
        }
        for (ForceStrength force : command.forces()) {
            Optional<Decision.Refused> fault = fault(picture, author, force);
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        List<ForceStrength> changed = command.forces().stream().filter(it -> differs(picture, it)).toList();
        return changed.isEmpty()
                ? Decision.refuse(Reason.NOTHING_CHANGED, "All these forces stand already just so.")
                : Decision.accept(new ForceEvent.StrengthSet(command.source(), changed, author.person()));
    }

    /** Why this force can't be set by the author. */
    public static Optional<Decision.Refused> fault(Picture picture, Author author, ForceStrength force) {
        if (!picture.tree().contains(force.unit())) {
            return refused(Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + force.unit() + ".", "/unit"));
        }
        if (!picture.tree().covers(author.unit(), force.unit())) {
            return refused(Rules.outside(force.name(), force.unit(), author.unit(), "/unit"));
        }
        return consistent(force) ? Optional.empty()
                : refused(Decision.refuse(Reason.STRENGTH_MALFORMED, force.name() + ": of " + force.strength()
                        + " people, " + force.onLeave() + " on leave, " + force.training() + " in training and "
                        + force.detached() + " detached can't be absent.", "/strength"));
    }

    private static Optional<Decision.Refused> refused(Decision decision) {
        return Optional.of((Decision.Refused) decision);
    }

    private static boolean consistent(ForceStrength force) {
        return force.strength() >= 0 && force.strength() <= MOST && force.onLeave() >= 0 && force.training() >= 0
                && force.detached() >= 0 && force.available() >= 0;
    }

    private static boolean differs(Picture picture, ForceStrength force) {
        return picture.find(Force.key(force.force()), Force.class).filter(it -> it.says(force)).isEmpty();
    }
}
