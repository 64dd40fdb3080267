package kr.haetae.level;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.NamedId;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * One room's order under a level, and how far it is followed (응소).
 *
 * @param available the unit's own people who could be ordered (가용경력), without those of units below; 0 when unknown
 * @param ordered how many were told to come
 * @param mustered how many have come; may pass what was ordered
 * @param essentialDeadline until when essential people come
 * @param deadline until when all others do
 * @param noteEntry seq of the entry that the note came with, so that it can be erased
 * @param endedAt when the level was no longer in force; its figures are no longer counted then
 */
public record Muster(
        UUID declaration,
        UnitCode unit,
        EmergencyLevel level,
        Instant orderedAt,
        int available,
        int ordered,
        int mustered,
        Instant essentialDeadline,
        Instant deadline,
        @Nullable Instant receivedAt,
        @Nullable Person receivedBy,
        @Nullable Instant reportedAt,
        @Nullable String note,
        @JsonIgnore long noteEntry,
        @Nullable Instant endedAt)
        implements
            Entity {
    public static final String KIND = "muster";

    public static Key key(UUID declaration, UnitCode unit) {
        return new Key(KIND, NamedId.of(declaration, unit.value()).toString());
    }

    @Override
    public Key key() {
        return key(declaration, unit);
    }

    /** Those of levels that have ended are kept by stations' own views only; the level's list finds them for all. */
    @Override
    public Audience audience() {
        Audience upwards = Audience.upwards(unit);
        return endedAt == null ? upwards : upwards.from(UnitKind.STATION);
    }

    /** More were ordered than the level's ceiling allows; said, never forbidden. Unknown while nobody is known to be available. */
    @JsonProperty("overCeiling")
    public boolean overCeiling() {
        return available > 0 && ordered > level.ceiling(available);
    }

    @Override
    public Contribution contribution() {
        if (endedAt != null) {
            return Contribution.NONE;
        }
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("muster.rooms", 1L);
        if (ordered > 0) {
            figures.put("muster.ordered", (long) ordered);
        }
        if (mustered > 0) {
            figures.put("muster.mustered", (long) mustered);
        }
        if (receivedAt != null) {
            figures.put("muster.received", 1L);
        }
        return Contribution.of(figures);
    }

    Muster received(Instant at, Person by) {
        return new Muster(declaration, unit, level, orderedAt, available, ordered, mustered, essentialDeadline,
                deadline, at, by, reportedAt, note, noteEntry, endedAt);
    }

    Muster reported(Instant at, Strength strength, @Nullable String remark, long entry) {
        return new Muster(declaration, unit, level, orderedAt, strength.available(), strength.ordered(),
                strength.mustered(), essentialDeadline, deadline, receivedAt, receivedBy, at, remark, entry, endedAt);
    }

    Muster noted(@Nullable String remark) {
        return new Muster(declaration, unit, level, orderedAt, available, ordered, mustered, essentialDeadline,
                deadline, receivedAt, receivedBy, reportedAt, remark, noteEntry, endedAt);
    }

    Muster ended(Instant at) {
        return new Muster(declaration, unit, level, orderedAt, available, ordered, mustered, essentialDeadline,
                deadline, receivedAt, receivedBy, reportedAt, note, noteEntry, at);
    }

    /** How many people. */
    record Strength(int available, int ordered, int mustered) {}
}
