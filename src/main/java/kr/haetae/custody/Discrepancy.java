package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.DiscrepancyKind;
import kr.haetae.event.DiscrepancyState;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * One discrepancy (불일치) that somebody must explain and a commander accept.
 *
 * @param number the route's
 * @param to the destination's post
 * @param others who else sees it
 * @param expected as in {@link kr.haetae.event.DiscrepancyFound}
 * @param at when what is wrong happened
 * @param answer whose words explain it, and the entry in which they stand
 */
public record Discrepancy(
        @JsonIgnore UUID discrepancy,
        UUID route,
        String number,
        UnitCode unit,
        @JsonIgnore List<UnitCode> others,
        @Nullable UUID to,
        DiscrepancyKind discrepancyKind,
        @Nullable String box,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> expected,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> found,
        Instant at,
        DiscrepancyState state,
        @Nullable Answer answer,
        @Nullable Settled accepted)
        implements
            Entity {
    public static final String KIND = "discrepancy";

    /** @param seq of the entry */
    public record Answer(String text, Instant at, Person by, long seq) {}

    public record Settled(Instant at, Person by) {}

    public Discrepancy {
        others = List.copyOf(others);
        expected = List.copyOf(expected);
        found = List.copyOf(found);
    }

    public static Key key(UUID discrepancy) {
        return new Key(KIND, discrepancy.toString());
    }

    @Override
    public Key key() {
        return key(discrepancy);
    }

    /** Both sides and all above while it is not settled; then whoever looks it up. */
    @Override
    public Audience audience() {
        return Audience.upwards(unit).with(others).live(state != DiscrepancyState.ACCEPTED);
    }

    @Override
    public Contribution contribution() {
        return switch (state) {
            case OPEN -> Contribution.of("discrepancies.open");
            case EXPLAINED -> Contribution.of("discrepancies.explained");
            case ACCEPTED -> Contribution.of("discrepancies.accepted");
        };
    }

    Discrepancy explained(Answer by) {
        return new Discrepancy(discrepancy, route, number, unit, others, to, discrepancyKind, box, expected, found, at,
                DiscrepancyState.EXPLAINED, by, null);
    }

    Discrepancy accepted(Settled by) {
        return new Discrepancy(discrepancy, route, number, unit, others, to, discrepancyKind, box, expected, found, at,
                DiscrepancyState.ACCEPTED, answer, by);
    }

    /** With other words in place of those of that entry. */
    Discrepancy reworded(long seq, String text) {
        Answer old = answer;
        return old == null || old.seq() != seq ? this
                : new Discrepancy(discrepancy, route, number, unit, others, to, discrepancyKind, box, expected, found,
                        at, state, new Answer(text, old.at(), old.by(), seq), accepted);
    }

    Discrepancy of(UnitCode now, List<UnitCode> with) {
        return new Discrepancy(discrepancy, route, number, now, with, to, discrepancyKind, box, expected, found, at,
                state, answer, accepted);
    }
}
