package kr.haetae.directive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kr.haetae.event.ChaseRule;
import kr.haetae.event.DirectiveEvent;
import kr.haetae.event.DirectiveRoomState;
import kr.haetae.event.DirectiveState;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Site;

/** Folds what was decided about directives. */
public final class DirectiveFold implements Evolution {
    @Override
    public void apply(Draft draft, Entry entry) {
        Instant at = entry.at();
        switch (entry.event()) {
            case DirectiveEvent.DirectiveIssued e -> issue(draft, e, at);
            case DirectiveEvent.DirectiveRead e -> step(draft, e.directive(), e.unit(),
                    room -> room.before(DirectiveRoomState.READ) ? room.read(at, e.by().name()) : room);
            case DirectiveEvent.DirectiveAcknowledged e -> step(draft, e.directive(), e.unit(),
                    room -> room.before(DirectiveRoomState.ACKNOWLEDGED) ? room.acknowledged(at, e.by().name())
                            : room);
            case DirectiveEvent.DirectiveDone e -> {
                step(draft, e.directive(), e.unit(), room -> room.done(at, e.by().name(), e.note(), entry.seq()));
                complete(draft, e.directive(), at);
            }
            case DirectiveEvent.DirectiveReopened e -> reopen(draft, e, entry);
            case DirectiveEvent.DirectivesChased e -> chase(draft, e, at);
            case DirectiveEvent.DirectiveWithdrawn e -> end(draft, e.directive(),
                    it -> it.ended(DirectiveState.WITHDRAWN, new Directive.Ending(at, e.by(), e.reason())));
            case DirectiveEvent.DirectiveConcluded e -> end(draft, e.directive(),
                    it -> it.ended(DirectiveState.CONCLUDED, new Directive.Ending(at, null, null)));
            case DirectiveEvent.DirectivePostAcknowledged e -> acknowledgePost(draft, e);
            case DirectiveEvent.DirectiveSettingsChanged e -> draft.operation().ifPresent(it -> draft
                    .put(new DirectiveSettingsEntity(it.operation(), it.root(), e.settings())));
            case ErasureEvent.EntryErased e -> erase(draft, e);
            default -> {}
        }
    }

    private static void issue(Draft draft, DirectiveEvent.DirectiveIssued e, Instant at) {
        draft.count(Issuing.counter(e.unit()));
        ChaseRule rule = DirectiveSettingsEntity.of(draft).of(e.urgency());
        Map<UnitCode, UnitCode> nearest = Addressees.nearest(draft.tree(), e.rooms());
        List<UnitCode> readers = e.posts().isEmpty() ? e.rooms() : List.copyOf(nearest.keySet());
        Directive directive = Directive.issued(e, readers, at,
                at.plus(Duration.ofMinutes(rule.acknowledgeWithin())));
        draft.put(directive);
        Map<UnitCode, Integer> posts = Addressees.posts(nearest, draft.all(Site.KIND), e.posts());
        for (UnitCode room : e.rooms()) {
            draft.put(DirectiveRoom.asked(e.directive(), room, e.posts().isEmpty() ? null
                    : new DirectiveRoom.Posts(posts.getOrDefault(room, 0), 0)));
        }
        look(draft, directive, new DirectiveChase(e.directive(), e.unit(), 0, rule.repeatEvery(), null, null, null));
        UUID old = e.supersedes();
        if (old != null) {
            end(draft, old, it -> it.supersededBy(e.directive(), new Directive.Ending(at, e.by(), null)));
        }
    }

    private static void step(Draft draft, UUID id, UnitCode unit, UnaryOperator<DirectiveRoom> step) {
        draft.find(Directive.key(id), Directive.class)
                .ifPresent(directive -> room(draft, id, unit).ifPresent(room -> {
                    draft.put(step.apply(room));
                    draft.concern(directive.key());
                    look(draft, directive);
                }));
    }

    private static void complete(Draft draft, UUID id, Instant at) {
        draft.find(Directive.key(id), Directive.class)
                .filter(it -> it.open() && it.completedAt() == null
                        && rooms(draft, it).stream().noneMatch(room -> room.before(DirectiveRoomState.DONE)))
                .ifPresent(it -> draft.put(it.completed(at)));
    }

    private static void reopen(Draft draft, DirectiveEvent.DirectiveReopened e, Entry entry) {
        draft.find(Directive.key(e.directive()), Directive.class).ifPresent(before -> {
            room(draft, e.directive(), e.unit()).ifPresent(room -> draft.put(
                    room.reopened(e.by().name(), e.reason(), entry.seq())));
            Directive now = before.reopened();
            if (!now.equals(before)) {
                draft.put(now);
                live(draft, now);
            }
            draft.concern(now.key());
            look(draft, now, chase(draft, now).restarted(entry.at()));
        });
    }

    private static void chase(Draft draft, DirectiveEvent.DirectivesChased e, Instant at) {
        draft.find(Directive.key(e.directive()), Directive.class).ifPresent(directive -> {
            e.rooms().forEach(unit -> room(draft, e.directive(), unit)
                    .ifPresent(room -> draft.put(room.chased(at))));
            draft.concern(directive.key());
            look(draft, directive, chase(draft, directive).told(at, e.step()));
        });
    }

    private static void acknowledgePost(Draft draft, DirectiveEvent.DirectivePostAcknowledged e) {
        draft.find(Directive.key(e.directive()), Directive.class).ifPresent(directive -> {
            DirectivePosts posts = draft.find(DirectivePosts.key(e.directive(), e.unit()), DirectivePosts.class)
                    .orElseGet(() -> DirectivePosts.none(e.directive(), e.unit()).live(directive.open()));
            if (!posts.posts().contains(e.post())) {
                draft.put(posts.with(e.post()));
                draft.tree().line(e.unit()).stream().filter(directive::asks).findFirst()
                        .flatMap(unit -> room(draft, e.directive(), unit))
                        .ifPresent(room -> draft.put(room.postAcknowledged()));
            }
        });
    }

    private static void end(Draft draft, UUID id, UnaryOperator<Directive> step) {
        draft.find(Directive.key(id), Directive.class).filter(Directive::open).ifPresent(open -> {
            Directive ended = step.apply(open);
            draft.put(ended);
            live(draft, ended);
            draft.drop(DirectiveChase.key(id));
        });
    }

    /** What belongs to a directive leaves the screens with it, and comes back with it. */
    private static void live(Draft draft, Directive directive) {
        boolean now = directive.open();
        rooms(draft, directive).stream().filter(room -> room.live() != now)
                .forEach(room -> draft.put(room.live(now)));
        for (UnitCode unit : directive.readers()) {
            draft.find(DirectivePosts.key(directive.directive(), unit), DirectivePosts.class)
                    .filter(posts -> posts.live() != now).ifPresent(posts -> draft.put(posts.live(now)));
        }
    }

    private static void look(Draft draft, Directive directive) {
        if (directive.open()) {
            look(draft, directive, chase(draft, directive));
        }
    }

    /** Says anew when somebody is told next. */
    private static void look(Draft draft, Directive directive, DirectiveChase chase) {
        DirectiveChase next = chase.next(Lateness.next(directive, chase, rooms(draft, directive)));
        if (directive.open() && draft.find(chase.key()).filter(next::equals).isEmpty()) {
            draft.put(next);
        }
    }

    private static DirectiveChase chase(Draft draft, Directive directive) {
        return draft.find(DirectiveChase.key(directive.directive()), DirectiveChase.class)
                .orElseGet(() -> new DirectiveChase(directive.directive(), directive.unit(), 0,
                        DirectiveSettingsEntity.of(draft).of(directive.urgency()).repeatEvery(), null, null, null));
    }

    private static List<DirectiveRoom> rooms(Draft draft, Directive directive) {
        return directive.asked().stream().flatMap(unit -> room(draft, directive.directive(), unit).stream()).toList();
    }

    private static Optional<DirectiveRoom> room(Draft draft, UUID directive, UnitCode unit) {
        return draft.find(DirectiveRoom.key(directive, unit), DirectiveRoom.class);
    }

    /** A room's note and a directive's end may have been replaced since; then the words are gone already. */
    private static void erase(Draft draft, ErasureEvent.EntryErased erased) {
        switch (erased.redacted()) {
            case DirectiveEvent.DirectiveIssued left -> draft.find(Directive.key(left.directive()), Directive.class)
                    .ifPresent(it -> draft.put(it.worded(left.title(), left.text())));
            case DirectiveEvent.DirectiveDone left -> room(draft, left.directive(), left.unit())
                    .filter(room -> room.noteEntry() == erased.seq())
                    .ifPresent(room -> draft.put(room.worded(left.note(), room.returned())));
            case DirectiveEvent.DirectiveReopened left -> room(draft, left.directive(), left.unit())
                    .filter(room -> room.returnedEntry() == erased.seq())
                    .ifPresent(room -> draft.put(room.worded(room.note(), left.reason())));
            case DirectiveEvent.DirectiveWithdrawn left ->
                draft.find(Directive.key(left.directive()), Directive.class)
                        .ifPresent(it -> draft.put(it.endedBecause(left.reason())));
            default -> {}
        }
    }
}
