package kr.haetae.force;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.DeploymentState;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.PlacedPost;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;

/** Who is where, as the ledger tells it. Everybody is at one post at most. */
final class PresenceFold {
    private PresenceFold() {}

    static void apply(Draft draft, Entry entry) {
        switch (entry.event()) {
            case ForceEvent.DeploymentMoved e -> draft.find(Deployment.key(e.deployment()), Deployment.class)
                    .filter(it -> !it.ended())
                    .ifPresent(it -> settle(draft, it.moved(e.to(), e.occurred().at(), e.by(), e.reason())));
            case ForceEvent.CheckedIn e -> checkedIn(draft, e);
            case ForceEvent.CheckedOut e -> draft.find(Presence.key(ForceId.of(e.who())), Presence.class)
                    .ifPresent(it -> leave(draft, it));
            case ForceEvent.AttendanceCorrected e -> correct(draft, e, entry.at());
            case Event.PostsPlaced e -> e.posts().stream().map(PlacedPost::id).forEach(post -> follow(draft, post));
            case Event.PostAssigned e -> follow(draft, e.post());
            case OperationEvent.OperationClosed e -> close(draft, entry.at(), e);
            default -> {}
        }
    }

    private static void checkedIn(Draft draft, ForceEvent.CheckedIn e) {
        UUID person = ForceId.of(e.who());
        Optional<Presence> former = draft.find(Presence.key(person), Presence.class);
        Optional<Deployment> to = Optional.ofNullable(e.deployment())
                .flatMap(id -> draft.find(Deployment.key(id), Deployment.class)).filter(it -> !it.ended());
        if (former.filter(it -> it.at().isAfter(e.occurred().at())).isPresent()) {
            passed(draft, e, to);
            return;
        }
        boolean continues = to.isPresent() && former.filter(it -> to.get().deployment().equals(it.deployment()))
                .isPresent();
        former.ifPresent(it -> vacate(draft, it));
        if (!continues) {
            former.ifPresent(it -> uncount(draft, it));
            to.ifPresent(it -> draft.put(it.joined(e.occurred().at(), e.enteredBy())));
        }
        draft.put(PlanFold.duty(draft, e.post(), e.unit()).with(present(e, person, to, former)));
        Duty duty = PlanFold.duty(draft, e.post(), e.unit());
        draft.put(new Presence(person, duty.unit(), e.post(), to.map(Deployment::deployment).orElse(null),
                e.occurred().at()));
    }

    /** Entered after he was seen elsewhere later: he was there, and is not any more. */
    private static void passed(Draft draft, ForceEvent.CheckedIn e, Optional<Deployment> to) {
        if (to.isPresent()) {
            draft.put(to.get().counted(to.get().attendance().passed()));
        } else {
            draft.put(PlanFold.duty(draft, e.post(), e.unit()).met(true));
        }
    }

    private static Present present(ForceEvent.CheckedIn e, UUID person, Optional<Deployment> to,
            Optional<Presence> former) {
        return new Present(person, e.who(), e.occurred().at(), to.isEmpty(),
                to.map(Deployment::deployment).orElse(null), e.occurred().clockWrong() ? e.occurred() : null,
                e.position(), e.reason(), e.who().equals(e.enteredBy()) ? null : e.enteredBy(),
                former.map(Presence::post).orElse(null));
    }

    private static void leave(Draft draft, Presence presence) {
        vacate(draft, presence);
        uncount(draft, presence);
        draft.drop(presence.key());
    }

    private static void vacate(Draft draft, Presence presence) {
        draft.find(Duty.key(presence.post()), Duty.class)
                .ifPresent(duty -> PlanFold.keep(draft, duty.without(it -> it.person().equals(presence.person()))));
    }

    private static void uncount(Draft draft, Presence presence) {
        UUID deployment = presence.deployment();
        if (deployment != null) {
            draft.find(Deployment.key(deployment), Deployment.class).filter(it -> !it.ended())
                    .ifPresent(it -> draft.put(it.counted(it.attendance().left())));
        }
    }

    /** Puts a deployment that moved; one that is over leaves its posts, and so do its people. */
    private static void settle(Draft draft, Deployment moved) {
        draft.put(moved);
        if (moved.ended()) {
            PlanFold.unlist(draft, moved);
            moved.posts().forEach(post -> dismiss(draft, post, moved.deployment()));
        }
        if (moved.state() == DeploymentState.CANCELLED) {
            PlanFold.release(draft, moved);
        }
    }

    private static void dismiss(Draft draft, UUID post, UUID deployment) {
        draft.find(Duty.key(post), Duty.class).ifPresent(duty -> {
            List<Present> gone = duty.present().stream().filter(it -> deployment.equals(it.deployment())).toList();
            gone.forEach(it -> draft.drop(Presence.key(it.person())));
            if (!gone.isEmpty()) {
                PlanFold.keep(draft, duty.without(gone::contains));
            }
        });
    }

    private static void correct(Draft draft, ForceEvent.AttendanceCorrected e, Instant at) {
        draft.find(Deployment.key(e.deployment()), Deployment.class).ifPresent(it -> {
            Attendance.Correction by = new Attendance.Correction(e.present(), e.reason(), at, e.by());
            draft.put(it.counted(it.attendance().corrected(by, it.state() == DeploymentState.ON_POST)));
        });
    }

    /** A post that got another unit takes its duties and people along. */
    private static void follow(Draft draft, UUID post) {
        draft.find(Duty.key(post), Duty.class).ifPresent(duty -> draft.find(new Key("post", post.toString()))
                .map(Entity::audience)
                .filter(audience -> !audience.unit().equals(duty.unit()))
                .ifPresent(audience -> {
                    draft.put(duty.of(audience.unit()));
                    duty.present().forEach(it -> draft.find(Presence.key(it.person()), Presence.class)
                            .ifPresent(presence -> draft.put(presence.of(audience.unit()))));
                    duty.deployments().forEach(id -> draft.find(Deployment.key(id), Deployment.class)
                            .ifPresent(it -> draft.put(it.hosted(PlanFold.hosts(draft, it)))));
                }));
    }

    /** Whoever was on post is relieved, whoever was to come need not, and nobody is anywhere. */
    private static void close(Draft draft, Instant at, OperationEvent.OperationClosed e) {
        for (Deployment it : all(draft, Deployment.KIND, Deployment.class)) {
            if (!it.ended()) {
                draft.put(it.moved(it.awaited() ? DeploymentState.CANCELLED : DeploymentState.RELIEVED, at, e.by(),
                        e.reason()));
            }
        }
        for (Duty duty : all(draft, Duty.KIND, Duty.class)) {
            Duty left = new Duty(duty.post(), duty.unit(), List.of(), 0, List.of(), duty.unplannedTotal());
            if (!left.equals(duty)) {
                PlanFold.keep(draft, left);
            }
        }
        all(draft, Presence.KIND, Presence.class).forEach(it -> draft.drop(it.key()));
    }

    private static <E extends Entity> List<E> all(Draft draft, String kind, Class<E> type) {
        List<E> all = new ArrayList<>();
        for (Held held : draft.all(kind)) {
            all.add(type.cast(held.entity()));
        }
        return all;
    }
}
