package kr.haetae.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.haetae.event.Decision;
import kr.haetae.event.NamedId;
import kr.haetae.event.OperationSettings;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.PostEvent;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Tally;
import kr.haetae.picture.Timed;

/**
 * Makes one alarm of very many silent posts: for the highest unit of which at least {@code outagePosts} and {@code outagePercent} of
 * the posts that should report are silent. It ends below half of either, so that it does not come and go.
 */
public final class Outages implements Timed {
    @Override
    public List<Due> due(Picture picture, Instant now) {
        Optional<OperationEntity> operation = picture.operation();
        if (operation.isEmpty() || SilenceSweep.plan(picture).isEmpty()) {
            return List.of();
        }
        Set<UnitCode> present = present(picture);
        Set<UnitCode> found = found(picture, present);
        List<Due> due = new ArrayList<>();
        for (PlacedUnit unit : picture.tree().units()) {
            UnitCode code = unit.code();
            if (present.contains(code) != found.contains(code)) {
                due.add(turn(operation.get(), picture, code));
            }
        }
        return due;
    }

    private static Due turn(OperationEntity operation, Picture picture, UnitCode unit) {
        long alarm = picture.held(Silence.key(unit)).map(Held::seq).orElse(0L);
        long tally = picture.held(tally(unit)).map(Held::seq).orElse(0L);
        return new Due(NamedId.of(operation.operation(), "outage/" + unit + "/" + alarm + "/" + tally), unit,
                (then, at) -> decide(then, at, unit));
    }

    private static Decision decide(Picture picture, Instant at, UnitCode unit) {
        Set<UnitCode> present = present(picture);
        boolean found = found(picture, present).contains(unit);
        if (picture.notOpen().isPresent() || found == present.contains(unit)) {
            return Decision.refuse(Reason.NOTHING_CHANGED, "The outage of " + unit + " is known, or over.");
        }
        return Decision.accept(found
                ? new PostEvent.OutageBegan(unit, (int) figure(picture, unit, "posts.silent"),
                        (int) figure(picture, unit, "posts.due"), at)
                : new PostEvent.OutageEnded(unit));
    }

    private static Set<UnitCode> present(Picture picture) {
        Set<UnitCode> present = new HashSet<>();
        for (Held held : picture.all(Silence.KIND)) {
            Silence silence = (Silence) held.entity();
            if (silence.outage()) {
                present.add(silence.unit());
            }
        }
        return present;
    }

    private static Set<UnitCode> found(Picture picture, Set<UnitCode> present) {
        Map<UnitCode, List<UnitCode>> below = new HashMap<>();
        for (PlacedUnit unit : picture.tree().units()) {
            UnitCode parent = unit.parent();
            if (parent != null) {
                below.computeIfAbsent(parent, code -> new ArrayList<>()).add(unit.code());
            }
        }
        Set<UnitCode> found = new HashSet<>();
        picture.operation().ifPresent(operation -> look(picture, below, present, operation.root(), found));
        return found;
    }

    /** From the top: what a unit's outage explains is not looked for below it. */
    private static void look(Picture picture, Map<UnitCode, List<UnitCode>> below, Set<UnitCode> present,
            UnitCode unit, Set<UnitCode> found) {
        if (isOut(picture, unit, present.contains(unit))) {
            found.add(unit);
        } else {
            below.getOrDefault(unit, List.of()).forEach(lower -> look(picture, below, present, lower, found));
        }
    }

    private static boolean isOut(Picture picture, UnitCode unit, boolean already) {
        OperationSettings settings = picture.operation().orElseThrow().settings();
        long silent = figure(picture, unit, "posts.silent") * (already ? 2 : 1);
        return silent > 0 && silent >= settings.outagePosts()
                && silent * 100 >= settings.outagePercent() * figure(picture, unit, "posts.due");
    }

    private static long figure(Picture picture, UnitCode unit, String name) {
        return picture.find(tally(unit), Tally.class).map(it -> it.figure(name)).orElse(0L);
    }

    private static Key tally(UnitCode unit) {
        return new Key("tally", unit.value());
    }
}
