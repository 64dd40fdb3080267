package kr.haetae.post;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.haetae.event.PostState;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;

/** Changes watches in a draft, and then at once the rolls and alarms of the units concerned. For one entry. */
final class RollCall {
    private final Draft draft;
    private final ReportPlan plan;
    private final Instant at;
    private final Map<UnitCode, Roll> rolls = new LinkedHashMap<>();
    private final Set<UnitCode> worse = new HashSet<>();
    private final Set<UnitCode> lost = new HashSet<>();

    RollCall(Draft draft, ReportPlan plan, Instant at) {
        this.draft = draft;
        this.plan = plan;
        this.at = at;
    }

    void put(Watch watch) {
        Optional<Watch> before = draft.find(watch.key(), Watch.class);
        before.ifPresent(old -> count(old, -1));
        count(watch, 1);
        if (watch.state().silent()
                && before.filter(old -> old.unit().equals(watch.unit()) && !old.worsensTo(watch.state())).isEmpty()) {
            worse.add(watch.unit());
            if (watch.state() != PostState.LATE) {
                lost.add(watch.unit());
            }
        }
        draft.put(watch);
    }

    /** Writes what came of it. */
    void finish() {
        rolls.forEach((unit, roll) -> {
            if (roll.isEmpty()) {
                draft.drop(roll.key());
            } else if (!roll.equals(standing(unit))) {
                draft.put(roll);
            }
            alarm(draft, roll, at, worse.contains(unit), lost.contains(unit));
        });
    }

    /** Puts, changes or drops the alarm of a unit so that it says what the roll says. */
    static void alarm(Draft draft, Roll roll, Instant at, boolean worse, boolean lost) {
        Optional<Silence> before = draft.find(Silence.key(roll.unit()), Silence.class);
        Silence counted = before.orElseGet(() -> Silence.begun(roll.unit(), at)).counted(roll);
        Silence known = lost ? counted.lost(at) : counted;
        Silence now = worse ? known.worse() : known;
        if (now.isOver()) {
            draft.drop(now.key());
        } else if (before.isEmpty() || !before.get().equals(now)) {
            draft.put(now);
        }
    }

    private void count(Watch watch, int sign) {
        Roll roll = rolls.computeIfAbsent(watch.unit(), this::standing);
        rolls.put(watch.unit(), roll.plus(watch, plan, sign));
    }

    private Roll standing(UnitCode unit) {
        return draft.find(Roll.key(unit), Roll.class).orElseGet(() -> Roll.empty(unit));
    }
}
