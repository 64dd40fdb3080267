package kr.haetae.post;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationState;
import kr.haetae.event.PostEvent;
import kr.haetae.event.PostState;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Held;
import kr.haetae.picture.OperationEntity;

/** Folds what is heard of posts, and their silence. Comes after {@link Posts}. Pure. */
public final class Watches implements Evolution {
    /**
     * Real time without a single entry after which the servers must have been away: {@link PostEvent.WatchKept} tells of every
     * minute that was only quiet. Ours.
     */
    static final Duration AWAY = Duration.ofMinutes(2);

    @Override
    public void apply(Draft draft, Entry entry) {
        if (draft.operation().isEmpty()) {
            return;
        }
        if (Duration.between(draft.realAtBefore(), entry.realAt()).compareTo(AWAY) > 0) {
            standing(draft).filter(plan -> !plan.expected().isEmpty())
                    .ifPresent(plan -> draft.put(plan.resumed(entry.at())));
        }
        switch (entry.event()) {
            case OperationEvent.OperationClosed closed -> close(draft, entry.at());
            case OperationEvent event -> draft.operation().ifPresent(operation -> replan(draft, operation, entry.at()));
            case Event.PostsPlaced placed -> place(draft, placed, entry.at());
            case Event.PostAssigned assigned -> follow(draft, List.of(assigned.post()), entry.at());
            case PostEvent.PostReported e ->
                hear(draft, e.post(), Heard.of(SignOfLife.of(e.kind()), e.occurred()), entry.at());
            case ForceEvent.CheckedIn e ->
                hear(draft, e.post(), Heard.of(SignOfLife.CHECK_IN, e.occurred()), entry.at());
            case PostEvent.PostsFellSilent e -> silence(draft, e, entry.at());
            case PostEvent.OutageBegan e -> change(draft, e.unit(), entry.at(),
                    alarm -> alarm.outage(new Silence.Outage(e.since(), e.silent(), e.posts())).worse());
            case PostEvent.OutageEnded e -> change(draft, e.unit(), entry.at(), alarm -> alarm.outage(null));
            case PostEvent.SilenceAcknowledged e -> draft.find(Silence.key(e.unit()), Silence.class)
                    .ifPresent(alarm -> draft.put(alarm.acknowledged(entry.at(), e.by())));
            default -> {}
        }
    }

    static Optional<ReportPlan> standing(Draft draft) {
        return draft.operation().flatMap(it -> draft.find(ReportPlan.key(it.operation()), ReportPlan.class));
    }

    private static void place(Draft draft, Event.PostsPlaced placed, Instant at) {
        follow(draft, placed.posts().stream().map(post -> post.id()).toList(), at);
    }

    /** Watches posts that are new, and moves the watch of those that changed their unit or kind. */
    private static void follow(Draft draft, List<UUID> posts, Instant at) {
        RollCall call = call(draft, at);
        boolean open = draft.operation().filter(it -> it.state() == OperationState.OPEN).isPresent();
        for (UUID id : posts) {
            draft.find(Post.key(id), Post.class).ifPresent(post -> {
                Optional<Watch> watch = draft.find(Watch.key(id), Watch.class);
                Watch now = watch.map(it -> it.of(post)).orElseGet(() -> Watch.placed(post, open ? at : null));
                if (watch.isEmpty() || !watch.get().equals(now)) {
                    call.put(now);
                }
            });
        }
        call.finish();
    }

    private static void hear(Draft draft, UUID post, Heard heard, Instant at) {
        draft.find(Watch.key(post), Watch.class).ifPresent(watch -> {
            ReportPlan plan = plan(draft);
            RollCall call = new RollCall(draft, plan, at);
            Watch after = watch.heard(heard);
            call.put(heard.newerThan(watch.last()) ? after.in(plan.state(after, at), plan) : after);
            call.finish();
            draft.concern(watch.key());
        });
    }

    private static void silence(Draft draft, PostEvent.PostsFellSilent fell, Instant at) {
        RollCall call = call(draft, at);
        fell.posts().forEach(post -> draft.find(Watch.key(post.post()), Watch.class)
                .ifPresent(watch -> call.put(watch.silent(post.state(), post.due()))));
        call.finish();
    }

    private static void change(Draft draft, UnitCode unit, Instant at, UnaryOperator<Silence> step) {
        Silence now = step.apply(draft.find(Silence.key(unit), Silence.class)
                .orElseGet(() -> Silence.begun(unit, at)));
        if (now.isOver()) {
            draft.drop(now.key());
        } else {
            draft.put(now);
        }
    }

    /** Of what no report is expected any more, none is missed; all else stands until it is heard of. */
    private static void replan(Draft draft, OperationEntity operation, Instant at) {
        ReportPlan before = plan(draft);
        ReportPlan plan = before.after(operation, at);
        if (!plan.equals(before)) {
            draft.put(plan);
            List<Watch> all = watches(draft);
            all.stream().filter(watch -> watch.state().silent() && plan.of(watch.postKind()).isEmpty())
                    .forEach(watch -> draft.put(watch.in(Watch.unmissed(watch.last()), plan)));
            recount(draft, plan, at);
        }
    }

    /** Everybody who was heard of has signed off with the operation. */
    private static void close(Draft draft, Instant at) {
        ReportPlan plan = new ReportPlan(plan(draft).operation(), plan(draft).root(), List.of());
        draft.put(plan);
        for (Watch watch : watches(draft)) {
            PostState state = watch.last() == null ? PostState.IDLE : PostState.SIGNED_OFF;
            if (watch.state() != state) {
                draft.put(watch.in(state, plan));
            }
        }
        draft.all(Silence.KIND).forEach(held -> draft.drop(held.entity().key()));
        recount(draft, plan, at);
    }

    private static void recount(Draft draft, ReportPlan plan, Instant at) {
        Map<UnitCode, Roll> rolls = new HashMap<>();
        draft.all(Roll.KIND).forEach(held -> {
            UnitCode unit = ((Roll) held.entity()).unit();
            rolls.put(unit, Roll.empty(unit));
        });
        for (Watch watch : watches(draft)) {
            rolls.merge(watch.unit(), Roll.empty(watch.unit()).plus(watch, plan, 1),
                    (sofar, one) -> sofar.plus(watch, plan, 1));
        }
        rolls.values().stream().sorted((a, b) -> a.unit().compareTo(b.unit())).forEach(roll -> {
            if (roll.isEmpty()) {
                draft.drop(roll.key());
            } else {
                draft.put(roll);
            }
            RollCall.alarm(draft, roll, at, false, false);
        });
    }

    private static RollCall call(Draft draft, Instant at) {
        return new RollCall(draft, plan(draft), at);
    }

    private static ReportPlan plan(Draft draft) {
        return standing(draft).orElseGet(() -> ReportPlan.empty(draft.operation().orElseThrow()));
    }

    private static List<Watch> watches(Draft draft) {
        List<Watch> watches = new ArrayList<>();
        for (Held held : draft.all(Watch.KIND)) {
            watches.add((Watch) held.entity());
        }
        return watches;
    }
}
