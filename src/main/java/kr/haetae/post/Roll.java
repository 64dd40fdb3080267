package kr.haetae.post;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kr.haetae.event.PostState;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;

/**
 * A unit's own posts (not those of the units below) counted by what is heard of them: a change of phase changes these few hundred
 * instead of every post.
 *
 * @param due posts of which reports are expected now; those that signed off are not
 * @param reporting of those, how many are heard of
 */
public record Roll(
        @JsonIgnore UnitCode unit,
        int due,
        int reporting,
        int neverReported,
        int late,
        int lostContact,
        int signedOff)
        implements
            Entity {
    public static final String KIND = "roll";

    static Key key(UnitCode unit) {
        return new Key(KIND, unit.value());
    }

    static Roll empty(UnitCode unit) {
        return new Roll(unit, 0, 0, 0, 0, 0, 0);
    }

    @Override
    public Key key() {
        return key(unit);
    }

    /** Every screen has the sums of it in the tallies. */
    @Override
    public Audience audience() {
        return Audience.upwards(unit).from(UnitKind.STATION);
    }

    @Override
    public Contribution contribution() {
        Map<String, Long> figures = new HashMap<>();
        figures.put("posts.due", (long) due);
        figures.put("posts.reporting", (long) reporting);
        figures.put("posts.neverReported", (long) neverReported);
        figures.put("posts.late", (long) late);
        figures.put("posts.lostContact", (long) lostContact);
        figures.put("posts.silent", (long) silent());
        figures.put("posts.signedOff", (long) signedOff);
        figures.values().removeIf(count -> count == 0);
        return figures.isEmpty() ? Contribution.NONE : Contribution.of(figures);
    }

    int silent() {
        return neverReported + late + lostContact;
    }

    @JsonIgnore
    boolean isEmpty() {
        return equals(empty(unit));
    }

    /** With the post counted in ({@code sign} 1) or out (-1). */
    Roll plus(Watch watch, ReportPlan plan, int sign) {
        Optional<Expectation> line = plan.of(watch.postKind());
        boolean off = watch.state() == PostState.SIGNED_OFF
                && line.map(it -> it.signedOff(watch.last())).orElse(true);
        int expected = line.isPresent() && !off ? sign : 0;
        return new Roll(unit,
                due + expected,
                reporting + (watch.state() == PostState.REPORTING ? expected : 0),
                neverReported + (watch.state() == PostState.NEVER_REPORTED ? sign : 0),
                late + (watch.state() == PostState.LATE ? sign : 0),
                lostContact + (watch.state() == PostState.LOST_CONTACT ? sign : 0),
                signedOff + (off ? sign : 0));
    }
}
