package kr.haetae.post;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * One alarm: posts of a unit are silent, or very many below it (an outage). Only while it lasts, acknowledged or not.
 *
 * @param neverReported of the unit's own posts; of an outage below, the tally has the count
 * @param posts the unit's own posts of which reports are expected
 * @param since when the alarm began
 * @param lostAt when the newest of the unit's own was found out of contact, or never to have reported; absent: they are only late
 * @param acknowledgedAt absent again as soon as it got worse
 * @param outage present when so many posts of the unit's whole subtree are silent that this is one alarm: those of the units below
 *     are part of it
 */
public record Silence(
        @JsonIgnore UnitCode unit,
        int neverReported,
        int late,
        int lostContact,
        int posts,
        Instant since,
        @Nullable Instant lostAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Person acknowledgedBy,
        boolean outage,
        @Nullable Outage began)
        implements
            Entity {
    /**
     * What was found when the outage began.
     *
     * @param silent posts that were silent, of {@code posts} from which reports were expected, in the whole subtree
     */
    public record Outage(Instant at, int silent, int posts) {}

    public static final String KIND = "silence";

    public static Key key(UnitCode unit) {
        return new Key(KIND, unit.value());
    }

    static Silence begun(UnitCode unit, Instant at) {
        return new Silence(unit, 0, 0, 0, 0, at, null, null, null, false, null);
    }

    @Override
    public Key key() {
        return key(unit);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit);
    }

    Silence counted(Roll roll) {
        return new Silence(unit, roll.neverReported(), roll.late(), roll.lostContact(), roll.due(), since,
                roll.neverReported() + roll.lostContact() == 0 ? null : lostAt, acknowledgedAt, acknowledgedBy, outage,
                began);
    }

    Silence acknowledged(Instant at, Person by) {
        return new Silence(unit, neverReported, late, lostContact, posts, since, lostAt, at, by, outage, began);
    }

    /** It got worse: what was acknowledged is not what there is now. */
    Silence worse() {
        return new Silence(unit, neverReported, late, lostContact, posts, since, lostAt, null, null, outage, began);
    }

    /** Another of its posts is out of contact. */
    Silence lost(Instant at) {
        return new Silence(unit, neverReported, late, lostContact, posts, since, at, acknowledgedAt, acknowledgedBy,
                outage, began);
    }

    Silence outage(@Nullable Outage now) {
        return new Silence(unit, neverReported, late, lostContact, posts, since, lostAt, acknowledgedAt,
                acknowledgedBy, now != null, now);
    }

    @JsonIgnore
    boolean isOver() {
        return neverReported + late + lostContact == 0 && !outage;
    }
}
