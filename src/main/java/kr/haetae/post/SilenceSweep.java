package kr.haetae.post;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kr.haetae.event.Decision;
import kr.haetae.event.NamedId;
import kr.haetae.event.PostEvent;
import kr.haetae.event.PostSilence;
import kr.haetae.event.PostState;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Held;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;

/**
 * Finds the posts that fell silent, unit by unit. While the ledger itself was quiet for longer than the servers ever are, nobody is
 * accused: it first says that it is there, and from then on reports have time again ({@link Expectation#accepting}).
 */
public final class SilenceSweep implements Timed {
    /** Posts in one entry at most, as in every entry of many. */
    static final int ROWS = 500;
    /** After so much real time without an entry the watch says that it is kept: half of {@link Watches#AWAY}. Ours. */
    private static final Duration QUIET = Watches.AWAY.dividedBy(2);

    @Override
    public List<Due> due(Picture picture, Instant now) {
        Optional<OperationEntity> operation = picture.operation();
        Optional<ReportPlan> plan = plan(picture);
        if (operation.isEmpty() || plan.isEmpty() || plan.get().expected().isEmpty()) {
            return List.of();
        }
        List<Due> due = new ArrayList<>();
        if (quiet(picture, now).compareTo(QUIET) >= 0) {
            due.add(kept(picture, operation.get()));
        }
        if (quiet(picture, now).compareTo(Watches.AWAY) <= 0) {
            missed(picture, plan.get(), now).forEach((unit, posts) -> {
                for (int from = 0; from < posts.size(); from += ROWS) {
                    due.add(fell(operation.get(), unit, posts.subList(from, Math.min(posts.size(), from + ROWS))));
                }
            });
        }
        return due;
    }

    /** Real time since the last entry. */
    private static Duration quiet(Picture picture, Instant now) {
        return Duration.between(picture.at(), now).dividedBy(picture.clock().rate());
    }

    private static Due kept(Picture picture, OperationEntity operation) {
        long seq = picture.cursor().seq();
        return new Due(NamedId.of(operation.operation(), "watch/" + seq), operation.root(),
                (then, at) -> then.cursor().seq() == seq && then.notOpen().isEmpty()
                        ? Decision.accept(new PostEvent.WatchKept(then.at()))
                        : Decision.refuse(Reason.NOTHING_CHANGED, "There is another entry already."));
    }

    /** What is found silent, by unit, in the order of the posts' ids. */
    private static Map<UnitCode, List<Found>> missed(Picture picture, ReportPlan plan, Instant now) {
        Map<UnitCode, List<Found>> missed = new TreeMap<>();
        Lookout lookout = new Lookout(plan, now);
        for (Held held : picture.all(Watch.KIND)) {
            Watch watch = (Watch) held.entity();
            if (lookout.mayHaveWorsened(watch)) {
                worsened(plan, watch, now).ifPresent(silence -> missed
                        .computeIfAbsent(watch.unit(), unit -> new ArrayList<>())
                        .add(new Found(silence, held.seq())));
            }
        }
        missed.values().forEach(found -> found.sort((a, b) -> a.silence().post().compareTo(b.silence().post())));
        return missed;
    }

    /** @param seq of the entry that last changed the post's watch */
    private record Found(PostSilence silence, long seq) {}

    private static Optional<PostSilence> worsened(ReportPlan plan, Watch watch, Instant now) {
        return plan.of(watch.postKind()).flatMap(line -> {
            PostState state = line.state(watch, now);
            return watch.worsensTo(state)
                    ? line.due(watch).map(due -> new PostSilence(watch.post(), state, due))
                    : Optional.empty();
        });
    }

    /** Its id is made of all that it says: the same finding on the same picture is the same entry on every node. */
    private static Due fell(OperationEntity operation, UnitCode unit, List<Found> found) {
        List<UUID> posts = found.stream().map(it -> it.silence().post()).toList();
        StringBuilder name = new StringBuilder("silence/" + unit);
        found.forEach(it -> name.append('/').append(it.silence().post()).append(it.silence().state())
                .append(it.silence().due()).append(it.seq()));
        return new Due(NamedId.of(operation.operation(), name.toString()), unit,
                (picture, at) -> decide(picture, at, unit, posts));
    }

    private static Decision decide(Picture picture, Instant at, UnitCode unit, List<UUID> posts) {
        Optional<ReportPlan> plan = plan(picture);
        if (plan.isEmpty() || picture.notOpen().isPresent() || quiet(picture, at).compareTo(Watches.AWAY) > 0) {
            return Decision.refuse(Reason.NOTHING_CHANGED, "Nobody is missed now.");
        }
        List<PostSilence> silent = posts.stream()
                .flatMap(post -> picture.find(Watch.key(post), Watch.class).stream())
                .filter(watch -> watch.unit().equals(unit))
                .flatMap(watch -> worsened(plan.get(), watch, at).stream())
                .toList();
        return silent.isEmpty()
                ? Decision.refuse(Reason.NOTHING_CHANGED, "All of them were heard of, or their silence is known.")
                : Decision.accept(new PostEvent.PostsFellSilent(unit, silent));
    }

    static Optional<ReportPlan> plan(Picture picture) {
        return picture.operation().flatMap(it -> picture.find(ReportPlan.key(it.operation()), ReportPlan.class));
    }
}
