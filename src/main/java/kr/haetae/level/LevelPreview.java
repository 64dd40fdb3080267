package kr.haetae.level;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.haetae.event.Author;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.Event;
import kr.haetae.event.LeaveRule;
import kr.haetae.event.LevelEvent;
import kr.haetae.event.LevelNeed;
import kr.haetae.event.LevelState;
import kr.haetae.event.UnitCode;
import kr.haetae.event.Decision;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Tally;

/**
 * What a declaration would do, before it is made.
 *
 * @param units the unit and all below, each of which has a situation room
 * @param rooms of these, how many would be ordered to muster; 0 where the level orders nobody
 * @param available people of all of them who can be ordered (가용경력); 0 when unknown
 * @param ceiling how many of them the level allows to order
 * @param effective what holds for the unit now
 * @param state what the declaration would begin as
 * @param needs whose word it would lack
 */
public record LevelPreview(
        int units,
        int rooms,
        long available,
        int ceilingPercent,
        long ceiling,
        LeaveRule leave,
        EmergencyLevel effective,
        LevelState state,
        List<LevelNeed> needs,
        List<LevelWarning> warnings) {
    private static final String PLANNED = "people.due";

    public LevelPreview {
        needs = List.copyOf(needs);
        warnings = List.copyOf(warnings);
    }

    /** Either a preview, or why the declaration would be refused. */
    public sealed interface Answer {
        record Shown(LevelPreview preview) implements Answer {}

        record Refused(Decision.Refused refusal) implements Answer {}
    }

    /** Nothing is recorded. */
    public static Answer of(Picture picture, Instant at, Author author, LevelCommand.Declare command) {
        return switch (Levels.decide(picture, at, author, command)) {
            case Decision.Refused refused -> new Answer.Refused(refused);
            case Decision.Accepted accepted -> new Answer.Shown(of(picture, declared(accepted.events())));
        };
    }

    private static LevelEvent.LevelDeclared declared(List<Event> events) {
        return (LevelEvent.LevelDeclared) events.getFirst();
    }

    private static LevelPreview of(Picture picture, LevelEvent.LevelDeclared declared) {
        EmergencyLevel level = declared.level();
        int units = Levels.below(picture, declared.unit()).size();
        long available = Availability.whole(picture, declared.unit());
        return new LevelPreview(units, level.ceilingPercent() == 0 ? 0 : units, available, level.ceilingPercent(),
                level.ceiling(available), level.leave(), Levels.effective(picture, declared.unit()), declared.state(),
                declared.needs(), warnings(picture, declared, available));
    }

    private static List<LevelWarning> warnings(Picture picture, LevelEvent.LevelDeclared declared, long available) {
        List<LevelWarning> warnings = new ArrayList<>();
        EmergencyLevel level = declared.level();
        if (Levels.effective(picture, declared.unit()).compareTo(level) >= 0) {
            warnings.add(LevelWarning.NO_EFFECT);
        }
        if (another(picture, declared.unit())) {
            warnings.add(LevelWarning.ANOTHER_OF_THE_UNIT);
        }
        if (level.ceilingPercent() > 0 && available == 0) {
            warnings.add(LevelWarning.AVAILABLE_UNKNOWN);
        }
        if (level.ceilingPercent() > 0 && available > 0
                && planned(picture, declared.unit()) > level.ceiling(available)) {
            warnings.add(LevelWarning.PLANNED_OVER_CEILING);
        }
        if (declared.until() == null) {
            warnings.add(LevelWarning.WITHOUT_END);
        }
        return warnings;
    }

    private static boolean another(Picture picture, UnitCode unit) {
        for (Held held : picture.all(Level.KIND)) {
            Level level = (Level) held.entity();
            if (level.unit().equals(unit) && level.state().live()) {
                return true;
            }
        }
        return false;
    }

    private static long planned(Picture picture, UnitCode unit) {
        return picture.find(new Key("tally", unit.value()), Tally.class).map(it -> it.figure(PLANNED)).orElse(0L);
    }
}
