package kr.haetae.force;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;

/**
 * A post's duties and who is there; the index that finds a check-in its deployment.
 *
 * @param unit the post's
 * @param deployments those to this post that are not over, in the order in which they were planned
 * @param planned people of all of these, whatever their shift
 * @param unplannedTotal how many ever checked in here without a deployment
 */
public record Duty(
        @JsonIgnore UUID post,
        UnitCode unit,
        List<UUID> deployments,
        int planned,
        List<Present> present,
        int unplannedTotal)
        implements
            Entity {
    public static final String KIND = "duty";

    public Duty {
        deployments = List.copyOf(deployments);
        present = List.copyOf(present);
    }

    public static Key key(UUID post) {
        return new Key(KIND, post.toString());
    }

    static Duty none(UUID post, UnitCode unit) {
        return new Duty(post, unit, List.of(), 0, List.of(), 0);
    }

    @Override
    public Key key() {
        return key(post);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).from(UnitKind.STATION);
    }

    /** Those with a deployment are counted by it. */
    @Override
    public Contribution contribution() {
        long unplanned = present.stream().filter(Present::unplanned).count();
        return new Figures().add("people.onPost", unplanned)
                .add("people.unplanned", unplanned)
                .add("people.duties", unplannedTotal)
                .contribution();
    }

    /** Whether nothing is left to tell. */
    boolean empty() {
        return deployments.isEmpty() && present.isEmpty() && unplannedTotal == 0;
    }

    Optional<Present> present(UUID person) {
        return present.stream().filter(it -> it.person().equals(person)).findFirst();
    }

    Duty of(UnitCode other) {
        return new Duty(post, other, deployments, planned, present, unplannedTotal);
    }

    Duty listing(UUID deployment, int people) {
        List<UUID> more = new ArrayList<>(deployments);
        more.add(deployment);
        return new Duty(post, unit, more, planned + people, present, unplannedTotal);
    }

    Duty dropping(UUID deployment, int people) {
        return new Duty(post, unit, deployments.stream().filter(it -> !it.equals(deployment)).toList(),
                planned - people, present, unplannedTotal);
    }

    Duty planning(int more) {
        return new Duty(post, unit, deployments, planned + more, present, unplannedTotal);
    }

    Duty with(Present arrived) {
        List<Present> more = new ArrayList<>(present);
        more.add(arrived);
        return new Duty(post, unit, deployments, planned, more, unplannedTotal).met(arrived.unplanned());
    }

    /** Counts somebody who had no deployment. */
    Duty met(boolean unplanned) {
        return unplanned ? new Duty(post, unit, deployments, planned, present, unplannedTotal + 1) : this;
    }

    Duty without(Predicate<Present> gone) {
        return new Duty(post, unit, deployments, planned, present.stream().filter(gone.negate()).toList(),
                unplannedTotal);
    }
}
