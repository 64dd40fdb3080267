package kr.haetae.force;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.DeploymentState;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.PlannedDeployment;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Picture;

/** Who is to be where, and when. */
public final class Plans {
    /** People of one deployment at most; ours. */
    public static final int MOST = 10_000;
    /** Posts of a circuit at most; ours: a patrol car does several in an hour. */
    public static final int CIRCUIT = 20;
    /** The longest shift: ours; nobody is on duty longer without a relief that ought to be planned. */
    static final Duration LONGEST = Duration.ofDays(3);

    private Plans() {}

    static Decision decide(Picture picture, Author author, ForceCommand.Plan command) {
        if (command.deployments().size() > ForceCommand.ROWS) {
            throw new IllegalArgumentException("at most " + ForceCommand.ROWS + " deployments an entry");
        }
        Optional<Decision> over = Rules.over(picture);
        if (over.isPresent()) {
            return over.get();
        }
        for (PlannedDeployment plan : command.deployments()) {
            Optional<Decision.Refused> fault = fault(picture, author, plan);
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        List<PlannedDeployment> changed = command.deployments().stream().filter(it -> differs(picture, it)).toList();
        return changed.isEmpty()
                ? Decision.refuse(Reason.NOTHING_CHANGED, "All these deployments stand already just so.")
                : Decision.accept(new ForceEvent.DeploymentsPlanned(command.source(), changed, author.person()));
    }

    /** Why this deployment can't be planned by the author. */
    public static Optional<Decision.Refused> fault(Picture picture, Author author, PlannedDeployment plan) {
        return shape(plan)
                .or(() -> people(picture, author, plan))
                .or(() -> posts(picture, author, plan))
                .or(() -> begun(picture, plan))
                .map(Decision.Refused.class::cast);
    }

    private static Optional<Decision> shape(PlannedDeployment plan) {
        if (!plan.from().isBefore(plan.until())) {
            return refused(Reason.SHIFT_MALFORMED,
                    "The shift ends at " + plan.until() + ", before it begins at " + plan.from() + ".", "/until");
        }
        if (Duration.between(plan.from(), plan.until()).compareTo(LONGEST) > 0) {
            return refused(Reason.SHIFT_MALFORMED, "The shift from " + plan.from() + " to " + plan.until()
                    + " is longer than " + LONGEST.toDays() + " days; plan a relief.", "/until");
        }
        if (plan.posts().isEmpty() || plan.posts().size() > CIRCUIT
                || new HashSet<>(plan.posts()).size() < plan.posts().size()) {
            return refused(Reason.CIRCUIT_MALFORMED,
                    "A deployment has 1 to " + CIRCUIT + " posts, each of them once.", "/posts");
        }
        return Optional.empty();
    }

    private static Optional<Decision> people(Picture picture, Author author, PlannedDeployment plan) {
        if (!picture.tree().contains(plan.unit())) {
            return refused(Reason.UNKNOWN_UNIT, "There is no unit " + plan.unit() + ".", "/unit");
        }
        if (!picture.tree().covers(author.unit(), plan.unit())) {
            return Optional.of(Rules.outside("A deployment", plan.unit(), author.unit(), "/unit"));
        }
        UUID id = plan.force();
        if (id == null) {
            return Optional.empty();
        }
        Optional<Force> force = picture.find(Force.key(id), Force.class);
        if (force.isEmpty()) {
            return refused(Reason.UNKNOWN_FORCE, "There is no force " + id + ".", "/force");
        }
        return belongs(picture, force.get(), plan.unit()) ? Optional.empty()
                : refused(Reason.FORCE_OF_OTHER_UNIT, force.get().name() + " belongs to " + force.get().unit()
                        + " and was not sent to " + plan.unit() + ".", "/force");
    }

    /** A unit plans its own forces, those of its superiors and inferiors, and reserves that were sent to it. */
    private static boolean belongs(Picture picture, Force force, UnitCode unit) {
        UnitCode lent = force.lentTo();
        return picture.tree().covers(unit, force.unit()) || picture.tree().covers(force.unit(), unit)
                || (lent != null && (picture.tree().covers(lent, unit) || picture.tree().covers(unit, lent)));
    }

    private static Optional<Decision> posts(Picture picture, Author author, PlannedDeployment plan) {
        for (int i = 0; i < plan.posts().size(); i++) {
            UUID post = plan.posts().get(i);
            Optional<UnitCode> unit = Rules.unitOf(picture, post);
            if (unit.isEmpty()) {
                return Optional.of(Rules.unknownPost(post, "/posts/" + i));
            }
            if (!picture.tree().covers(author.unit(), unit.get())) {
                return Optional.of(Rules.outside("A post", unit.get(), author.unit(), "/posts/" + i));
            }
        }
        return Optional.empty();
    }

    private static Optional<Decision> begun(Picture picture, PlannedDeployment plan) {
        return picture.find(Deployment.key(plan.deployment()), Deployment.class)
                .filter(it -> it.state() != DeploymentState.PLANNED && !it.says(plan))
                .flatMap(it -> refused(Reason.ILLEGAL_TRANSITION,
                        "This deployment is " + it.state() + "; it can't be planned anew.", "/planned"));
    }

    private static boolean differs(Picture picture, PlannedDeployment plan) {
        return picture.find(Deployment.key(plan.deployment()), Deployment.class).filter(it -> it.says(plan)).isEmpty();
    }

    private static Optional<Decision> refused(Reason reason, String detail, String pointer) {
        return Optional.of(Decision.refuse(reason, detail, pointer));
    }
}
