package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kr.haetae.event.Cordon;
import kr.haetae.event.CordonStrength;
import kr.haetae.event.CountingStage;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * The police at a counting centre (개표소) as every screen shows it.
 *
 * @param stage the furthest it has come; absent before the first
 * @param reached when each stage was, of those that somebody told of
 * @param cordons those that something is known of, from the inside out
 * @param incidentsOpen obstructions and claims of rigging at the site that are worked on
 * @param incidentsTotal the same, ended ones included
 * @param endReported what the commission said of the end of the count
 */
public record CountingCentre(
        @JsonIgnore UUID post,
        UnitCode unit,
        @Nullable CountingStage stage,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<CountingStage, Instant> reached,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CordonStrength> cordons,
        @Nullable Commander commander,
        int incidentsOpen,
        int incidentsTotal,
        @Nullable EndReport endReported)
        implements
            Entity {
    public static final String KIND = "counting";

    /**
     * Who commands on the spot.
     *
     * @param entry seq of the entry that named him, so that his number can be erased
     */
    public record Commander(Person person, @Nullable String contact, @JsonIgnore long entry) {}

    public record EndReport(Instant at, UnitCode commission, Person by) {}

    public CountingCentre {
        Map<CountingStage, Instant> times = new EnumMap<>(CountingStage.class);
        times.putAll(reached);
        reached = Collections.unmodifiableMap(times);
        cordons = List.copyOf(cordons);
    }

    public static Key key(UUID post) {
        return new Key(KIND, post.toString());
    }

    static CountingCentre placed(UUID post, UnitCode unit) {
        return new CountingCentre(post, unit, null, Map.of(), List.of(), null, 0, 0, null);
    }

    @Override
    public Key key() {
        return key(post);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit);
    }

    @Override
    public Contribution contribution() {
        return stage == null ? Contribution.of("counting.total")
                : switch (stage) {
                    case PREPARED, OPENED, BOXES_IN -> Contribution.of("counting.total", "counting.prepared");
                    case COUNTING -> Contribution.of("counting.total", "counting.running");
                    case ENDED, STOOD_DOWN -> Contribution.of("counting.total", "counting.ended");
                };
    }

    CountingCentre of(UnitCode now) {
        return new CountingCentre(post, now, stage, reached, cordons, commander, incidentsOpen, incidentsTotal,
                endReported);
    }

    CountingCentre at(CountingStage now, Instant when) {
        Map<CountingStage, Instant> times = new EnumMap<>(CountingStage.class);
        times.putAll(reached);
        times.put(now, when);
        return new CountingCentre(post, unit, stage == null || now.compareTo(stage) > 0 ? now : stage, times, cordons,
                commander, incidentsOpen, incidentsTotal, endReported);
    }

    /** What came after is taken back. */
    CountingCentre back(@Nullable CountingStage to) {
        Map<CountingStage, Instant> times = new EnumMap<>(CountingStage.class);
        reached.forEach((at, when) -> {
            if (to != null && at.compareTo(to) <= 0) {
                times.put(at, when);
            }
        });
        return new CountingCentre(post, unit, to, times, cordons, commander, incidentsOpen, incidentsTotal,
                endReported);
    }

    CountingCentre with(List<CordonStrength> set) {
        Map<Cordon, CordonStrength> all = new EnumMap<>(Cordon.class);
        cordons.forEach(it -> all.put(it.cordon(), it));
        set.forEach(it -> all.merge(it.cordon(), it, CountingCentre::merged));
        return new CountingCentre(post, unit, stage, reached, new ArrayList<>(all.values()), commander, incidentsOpen,
                incidentsTotal, endReported);
    }

    private static CordonStrength merged(CordonStrength before, CordonStrength now) {
        return new CordonStrength(now.cordon(), now.planned() == null ? before.planned() : now.planned(),
                now.actual() == null ? before.actual() : now.actual());
    }

    CountingCentre commanded(Commander by) {
        return new CountingCentre(post, unit, stage, reached, cordons, by, incidentsOpen, incidentsTotal, endReported);
    }

    CountingCentre withoutContact(long entry) {
        return commander == null || commander.entry() != entry ? this
                : commanded(new Commander(commander.person(), null, entry));
    }

    CountingCentre incidents(int open, int total) {
        return new CountingCentre(post, unit, stage, reached, cordons, commander, incidentsOpen + open,
                incidentsTotal + total, endReported);
    }

    CountingCentre ended(EndReport report) {
        return new CountingCentre(post, unit, stage, reached, cordons, commander, incidentsOpen, incidentsTotal,
                report);
    }

    boolean commandedBy(Person person, @Nullable String contact) {
        return commander != null && commander.person().equals(person)
                && Objects.equals(commander.contact(), contact);
    }
}
