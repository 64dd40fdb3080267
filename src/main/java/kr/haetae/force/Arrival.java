package kr.haetae.force;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.CommandTree;
import kr.haetae.picture.Picture;

/** Somebody arriving at a post, and the deployment that he belongs to. Looks at the post's own duties only. */
final class Arrival {
    /** How long before its shift people of a deployment may arrive; ours: 05:00 preparation for an opening at 06:00, and the way. */
    private static final Duration EARLY = Duration.ofHours(2);

    private final CommandTree tree;
    private final ForceCommand.Officer officer;
    private final UUID post;
    private final UnitCode unit;
    private final Instant at;
    private final List<Deployment> duties;
    private final Optional<Presence> former;

    Arrival(Picture picture, ForceCommand.Officer officer, UUID post, UnitCode unit, Instant at) {
        this.tree = picture.tree();
        this.officer = officer;
        this.post = post;
        this.unit = unit;
        this.at = at;
        duties = picture.find(Duty.key(post), Duty.class).stream()
                .flatMap(duty -> duty.deployments().stream())
                .flatMap(id -> picture.find(Deployment.key(id), Deployment.class).stream())
                .toList();
        former = picture.find(Presence.key(ForceId.of(officer.person())), Presence.class);
    }

    Person who() {
        return officer.person();
    }

    UUID post() {
        return post;
    }

    UnitCode unit() {
        return unit;
    }

    Instant at() {
        return at;
    }

    /** The post's deployments that are not over. */
    List<Deployment> duties() {
        return duties;
    }

    /** Whether he is at this very post already. */
    boolean here() {
        return former.filter(it -> it.post().equals(post)).isPresent();
    }

    /** Whether he has business here: his own post, or a deployment that takes people of his unit. */
    boolean assigned() {
        return post.equals(officer.post()) || duties.stream().anyMatch(this::takes);
    }

    /** The one whose shift and people fit best and that has a place left. */
    Optional<Deployment> deployment() {
        return duties.stream()
                .filter(it -> !at.isBefore(it.from().minus(EARLY)) && at.isBefore(it.until()))
                .filter(it -> continued(it) || (takes(it) && it.attendance().checkedIn() < it.planned()))
                .min(Comparator.comparing((Deployment it) -> !continued(it))
                        .thenComparing(it -> !it.unit().equals(officer.person().unit()))
                        .thenComparing(it -> at.isBefore(it.from()))
                        .thenComparing(it -> it.posts().size() > 1)
                        .thenComparing(Deployment::from)
                        .thenComparing(Deployment::deployment));
    }

    /** How many of a deployment are there once he is. */
    int joining(Deployment deployment) {
        return continued(deployment) ? deployment.attendance().present() : deployment.attendance().joined().present();
    }

    /** He goes on with its circuit. */
    private boolean continued(Deployment deployment) {
        return former.filter(it -> deployment.deployment().equals(it.deployment())).isPresent();
    }

    /** Who has a post of his own belongs to duties that include it; everybody else to those of his unit, above and below. */
    private boolean takes(Deployment deployment) {
        UUID own = officer.post();
        UnitCode home = officer.person().unit();
        return own != null
                ? deployment.posts().contains(own)
                : home == null || tree.covers(deployment.unit(), home) || tree.covers(home, deployment.unit());
    }
}
