package kr.haetae.force;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.DeploymentState;
import kr.haetae.event.Entry;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.ForceStrength;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.Person;
import kr.haetae.event.Phase;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.PlannedDeployment;
import kr.haetae.event.PlannedPhase;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;

/** Strength and plans as the ledger tells them, with the index of each force's plan. */
final class PlanFold {
    private PlanFold() {}

    static void apply(Draft draft, Entry entry) {
        switch (entry.event()) {
            case ForceEvent.StrengthSet e -> strength(draft, e, entry.at());
            case ForceEvent.DeploymentsPlanned e -> plan(draft, e);
            case ForceEvent.DeploymentsFellLate e -> e.deployments().forEach(id -> draft
                    .find(Deployment.key(id), Deployment.class).filter(Deployment::awaited)
                    .ifPresent(it -> draft.put(it.marked(it.marks().late(true)))));
            case ForceEvent.ShiftsTurned e -> {
                turn(draft, e.began(), true);
                turn(draft, e.ended(), false);
            }
            case OperationEvent.TimetableSet e -> judgeEnds(draft);
            default -> {}
        }
    }

    private static void turn(Draft draft, List<UUID> deployments, boolean due) {
        deployments.forEach(id -> draft.find(Deployment.key(id), Deployment.class)
                .ifPresent(it -> draft.put(it.marked(it.marks().due(due)))));
    }

    private static void strength(Draft draft, ForceEvent.StrengthSet set, Instant at) {
        for (ForceStrength force : set.forces()) {
            draft.put(draft.find(Force.key(force.force()), Force.class)
                    .map(standing -> standing.counted(force, at, set.by()))
                    .orElseGet(() -> Force.set(force, at, set.by())));
            judge(draft, force.force());
        }
    }

    private static void plan(Draft draft, ForceEvent.DeploymentsPlanned planned) {
        Map<UUID, List<Deployment>> forces = new LinkedHashMap<>();
        Optional<Instant> end = end(draft);
        for (PlannedDeployment plan : planned.deployments()) {
            Optional<Deployment> standing = draft.find(Deployment.key(plan.deployment()), Deployment.class);
            if (standing.isPresent() && standing.get().state() != DeploymentState.PLANNED) {
                continue;
            }
            standing.ifPresent(it -> unlist(draft, it));
            Deployment anew = placed(draft, plan, standing, planned.by());
            draft.put(anew.marked(anew.marks().beyondEnd(beyond(anew, end))).hosted(hosts(draft, anew)));
            list(draft, anew);
            UUID force = plan.force();
            if (force != null) {
                forces.computeIfAbsent(force, id -> new ArrayList<>()).add(anew);
            }
        }
        forces.forEach((force, added) -> {
            draft.put(draft.find(ForcePlan.key(force), ForcePlan.class)
                    .orElseGet(() -> new ForcePlan(force, home(draft, force, added.getFirst().unit()), List.of(), 0))
                    .listing(added.stream().map(Deployment::deployment).toList()));
            judge(draft, force);
        });
    }

    /** The tree's own copy of the unit's code: sixty thousand deployments share some hundred. */
    private static Deployment placed(Draft draft, PlannedDeployment plan, Optional<Deployment> standing, Person by) {
        UnitCode unit = draft.tree().unit(plan.unit()).map(PlacedUnit::code).orElse(plan.unit());
        PlannedDeployment shared = new PlannedDeployment(plan.deployment(), unit, plan.force(), plan.posts(),
                plan.planned(), plan.from(), plan.until());
        return standing.map(it -> it.replanned(shared, by)).orElseGet(() -> Deployment.planned(shared, by));
    }

    private static UnitCode home(Draft draft, UUID force, UnitCode otherwise) {
        return draft.find(Force.key(force), Force.class).map(Force::unit).orElse(otherwise);
    }

    private static void list(Draft draft, Deployment deployment) {
        for (UUID post : deployment.posts()) {
            draft.put(duty(draft, post, deployment.unit()).listing(deployment.deployment(), deployment.planned()));
        }
    }

    /** The units of its posts where they are not its own; most often there are none. */
    static List<UnitCode> hosts(Draft draft, Deployment deployment) {
        return deployment.posts().stream().map(post -> duty(draft, post, deployment.unit()).unit())
                .filter(unit -> !unit.equals(deployment.unit())).distinct().toList();
    }

    /** Takes a deployment off its posts' duties. */
    static void unlist(Draft draft, Deployment deployment) {
        for (UUID post : deployment.posts()) {
            draft.find(Duty.key(post), Duty.class)
                    .filter(duty -> duty.deployments().contains(deployment.deployment()))
                    .ifPresent(duty -> keep(draft, duty.dropping(deployment.deployment(), deployment.planned())));
        }
    }

    /** The post's duties, of the post's unit; of {@code otherwise} while the post is not known. */
    static Duty duty(Draft draft, UUID post, UnitCode otherwise) {
        return draft.find(Duty.key(post), Duty.class).orElseGet(() -> Duty.none(post,
                draft.find(new Key("post", post.toString()), Entity.class).map(it -> it.audience().unit())
                        .orElse(otherwise)));
    }

    static void keep(Draft draft, Duty duty) {
        if (duty.empty()) {
            draft.drop(duty.key());
        } else {
            draft.put(duty);
        }
    }

    /** Takes a cancelled deployment out of its force's plan. */
    static void release(Draft draft, Deployment cancelled) {
        UUID force = cancelled.force();
        if (force != null) {
            draft.find(ForcePlan.key(force), ForcePlan.class).ifPresent(plan -> {
                draft.put(plan.with(plan.deployments().stream().filter(it -> !it.equals(cancelled.deployment()))
                        .toList(), plan.peak()));
                judge(draft, force);
            });
        }
    }

    /** Marks the deployments of a force that it has too few people for, and no others. */
    private static void judge(Draft draft, UUID force) {
        draft.find(ForcePlan.key(force), ForcePlan.class).ifPresent(plan -> {
            List<Deployment> shifts = plan.deployments().stream()
                    .flatMap(id -> draft.find(Deployment.key(id), Deployment.class).stream()).toList();
            int available = draft.find(Force.key(force), Force.class).map(Force::available).orElse(Integer.MAX_VALUE);
            Set<UUID> doubled = ForcePlan.doubled(shifts, available);
            for (Deployment shift : shifts) {
                if (shift.marks().doubled() != doubled.contains(shift.deployment())) {
                    draft.put(shift.marked(shift.marks().doubled(doubled.contains(shift.deployment()))));
                }
            }
            int peak = ForcePlan.peak(shifts);
            if (peak != plan.peak()) {
                draft.put(plan.with(plan.deployments(), peak));
            }
        });
    }

    private static void judgeEnds(Draft draft) {
        Optional<Instant> end = end(draft);
        for (Held held : draft.all(Deployment.KIND)) {
            Deployment deployment = (Deployment) held.entity();
            if (deployment.marks().beyondEnd() != beyond(deployment, end)) {
                draft.put(deployment.marked(deployment.marks().beyondEnd(beyond(deployment, end))));
            }
        }
    }

    private static boolean beyond(Deployment deployment, Optional<Instant> end) {
        return end.filter(deployment.until()::isAfter).isPresent();
    }

    /** When everybody stands down; empty while the timetable does not say. */
    private static Optional<Instant> end(Draft draft) {
        return draft.operation().stream().flatMap(it -> it.timetable().stream())
                .filter(line -> line.phase() == Phase.STAND_DOWN)
                .map(PlannedPhase::from)
                .reduce((first, last) -> last);
    }
}
