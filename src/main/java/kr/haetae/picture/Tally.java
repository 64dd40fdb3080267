package kr.haetae.picture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kr.haetae.event.Clearance;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import org.jspecify.annotations.Nullable;

/**
 * The counted figures of one unit's whole subtree, kept by the fold. Restricted entities are counted in a tally of their own
 * clearance, so that a count never tells what its reader may not see.
 *
 * @param counts how much of what
 * @param unsent likewise, of figures that only the course tells
 * @param waiting since when how many entities have been waiting for somebody to take note
 */
public record Tally(
        @JsonIgnore UnitCode unit,
        @JsonIgnore Clearance clearance,
        @JsonIgnore Sums counts,
        @JsonIgnore Sums unsent,
        @JsonIgnore SortedMap<Instant, Integer> waiting)
        implements
            Entity {
    static Tally empty(UnitCode unit, Clearance clearance) {
        return new Tally(unit, clearance, Sums.NONE, Sums.NONE, TreeMap.empty());
    }

    static Key key(UnitCode unit, Clearance clearance) {
        return new Key(clearance == Clearance.GENERAL ? "tally" : "tally-" + clearance.name().toLowerCase(Locale.ROOT),
                unit.value());
    }

    @Override
    public Key key() {
        return key(unit, clearance);
    }

    @Override
    public Audience audience() {
        return new Audience(unit, Set.of(), false, clearance, UnitKind.HQ);
    }

    /** The figure of that name; 0 when nothing was counted. */
    public long figure(String name) {
        long number = counts.number(name);
        return number == 0 ? unsent.number(name) : number;
    }

    @JsonProperty("figures")
    public Map<String, Long> figures() {
        return counts.toMap();
    }

    /** Since when the longest waiting one has been waiting. */
    @JsonProperty("oldestUnacknowledged")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable Instant oldestUnacknowledged() {
        return waiting.isEmpty() ? null : waiting.head()._1;
    }

    Tally plus(TallyChange change) {
        SortedMap<Instant, Integer> marks = waiting;
        for (Map.Entry<Instant, Integer> mark : change.waiting().entrySet()) {
            int number = marks.get(mark.getKey()).getOrElse(0) + mark.getValue();
            if (mark.getValue() != 0) {
                marks = number == 0 ? marks.remove(mark.getKey()) : marks.put(mark.getKey(), number);
            }
        }
        return new Tally(unit, clearance, counts.plus(change.figures()), unsent.plus(change.unsent()), marks);
    }
}
