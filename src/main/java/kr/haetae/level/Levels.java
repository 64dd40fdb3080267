package kr.haetae.level;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.LevelEvent;
import kr.haetae.event.LevelNeed;
import kr.haetae.event.LevelState;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;

/** Decides commands about emergency levels, and tells which level holds where. Pure. */
public final class Levels {
    /** How far from now a span may begin or end: an operation's whole campaign fits many times. */
    static final Duration REACH = Duration.ofDays(366);

    private Levels() {}

    /** What becomes of the command on this picture; {@code at} is the operation's time. */
    public static Decision decide(Picture picture, Instant at, Author author, LevelCommand command) {
        return switch (command) {
            case LevelCommand.SetPlan plan -> LevelPlanning.decide(picture, at, author, plan);
            case LevelCommand.Declare declare ->
                picture.notOpen().orElseGet(() -> declare(picture, at, author, declare));
            case LevelCommand.OfDeclared ofDeclared -> picture.notOpen()
                    .orElseGet(() -> picture.find(Level.key(ofDeclared.declaration()), Level.class)
                            .filter(level -> picture.permits(LevelRights.sight(author), level))
                            .map(level -> new LevelWork(picture, at, author, level).decide(ofDeclared))
                            .orElseGet(() -> Decision.refuse(Reason.UNKNOWN_LEVEL, "There is no level "
                                    + ofDeclared.declaration() + " in, above or below your jurisdiction.")));
        };
    }

    private static Decision declare(Picture picture, Instant at, Author author, LevelCommand.Declare c) {
        Instant asked = c.from();
        Instant from = asked == null || asked.isBefore(at) ? at : asked;
        return refusal(picture, at, author, c).orElseGet(() -> {
            List<LevelNeed> needs = needs(picture, author, c.unit(), c.level());
            return Decision.accept(new LevelEvent.LevelDeclared(c.declaration(), c.unit(), c.level(), from, c.until(),
                    c.reason(), c.urgent(), null, needs, Level.first(needs, c.urgent(), from, at), author.person()));
        });
    }

    private static Optional<Decision> refusal(Picture picture, Instant at, Author author, LevelCommand.Declare c) {
        if (!picture.tree().contains(c.unit())) {
            return Optional.of(Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + c.unit() + ".", "/unit"));
        }
        if (!picture.tree().covers(author.unit(), c.unit())) {
            return Optional.of(Decision.refuse(Reason.OUTSIDE_JURISDICTION,
                    "Unit " + c.unit() + " is outside your jurisdiction " + author.unit() + ".", "/unit"));
        }
        if (picture.held(Level.key(c.declaration())).isPresent()) {
            return Optional.of(Decision.refuse(Reason.ALREADY_THERE, "This declaration is there already."));
        }
        return notDeclarable(c.level(), "/level").or(() -> new Span(c.from(), c.until(), "").refusal(at));
    }

    /** NORMAL is what holds when nothing is declared. */
    static Optional<Decision> notDeclarable(EmergencyLevel level, String pointer) {
        return level == EmergencyLevel.NORMAL
                ? Optional.of(Decision.refuse(Reason.NORMAL_IS_NOT_DECLARED,
                        "NORMAL is what holds when no level does; lift the level that is in force.", pointer))
                : Optional.empty();
    }

    /**
     * Whose word a declaration lacks at first. Headquarters has no superior; who declares for a unit below his own is its superior
     * himself.
     */
    static List<LevelNeed> needs(Picture picture, Author author, UnitCode unit, EmergencyLevel level) {
        List<LevelNeed> needs = new ArrayList<>();
        if (needsConfirmation(picture, level)) {
            needs.add(LevelNeed.CONFIRMATION);
        }
        if (!LevelRights.above(picture.tree(), author.unit(), unit)) {
            needs.add(LevelNeed.APPROVAL);
        }
        return needs;
    }

    /** Levels A and B, where the operation's settings want it. */
    static boolean needsConfirmation(Picture picture, EmergencyLevel level) {
        return level.compareTo(EmergencyLevel.B) >= 0
                && picture.operation().map(it -> it.settings().confirmHighLevels()).orElse(false);
    }

    /** Which level holds for a unit: the highest in force of its own and of those above it; NORMAL when none is. */
    public static EmergencyLevel effective(Picture picture, UnitCode unit) {
        return Effective.of(picture).at(unit).level();
    }

    static List<Level> inForce(Picture picture) {
        List<Level> inForce = new ArrayList<>();
        for (Held held : picture.all(Level.KIND)) {
            if (((Level) held.entity()).state() == LevelState.IN_FORCE) {
                inForce.add((Level) held.entity());
            }
        }
        return inForce;
    }

    static List<UnitCode> below(Picture picture, UnitCode unit) {
        List<UnitCode> below = new ArrayList<>();
        for (PlacedUnit each : picture.tree().units()) {
            if (picture.tree().covers(unit, each.code())) {
                below.add(each.code());
            }
        }
        return below;
    }
}
