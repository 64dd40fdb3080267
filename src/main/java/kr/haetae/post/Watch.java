package kr.haetae.post;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.PostKind;
import kr.haetae.event.PostState;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * What is heard of one post. Only facts: when the next report is due follows from {@link Expectation}.
 *
 * @param since when the post was placed, if the operation was open already
 * @param last the newest that is known of it
 * @param reports how many reports came; check-ins are no reports
 * @param silentSince when the report was due that is missed, while one is
 */
public record Watch(
        @JsonIgnore UUID post,
        UnitCode unit,
        PostKind postKind,
        PostState state,
        @Nullable Instant since,
        @Nullable Heard last,
        int reports,
        @Nullable Instant silentSince)
        implements
            Entity {
    public static final String KIND = "watch";

    public static Key key(UUID post) {
        return new Key(KIND, post.toString());
    }

    static Watch placed(Post post, @Nullable Instant since) {
        return new Watch(post.post(), post.unit(), post.postKind(), PostState.IDLE, since, null, 0, null);
    }

    /** What a post is that nobody misses. */
    static PostState unmissed(@Nullable Heard last) {
        if (last == null) {
            return PostState.IDLE;
        }
        return last.kind() == SignOfLife.SIGN_OFF ? PostState.SIGNED_OFF : PostState.REPORTING;
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
        return reports == 0 ? Contribution.NONE : Contribution.of(Map.of("posts.reports", (long) reports));
    }

    /** As the post now is. */
    Watch of(Post now) {
        return new Watch(post, now.unit(), now.postKind(), state, since, last, reports, silentSince);
    }

    /** With one more sign of life, whatever its age; the state is the caller's to judge. */
    Watch heard(Heard heard) {
        return new Watch(post, unit, postKind, state, since, heard.newerThan(last) ? heard : last,
                heard.kind() == SignOfLife.CHECK_IN ? reports : reports + 1, silentSince);
    }

    /** In that state by that plan; the time of the missed report goes with it. */
    Watch in(PostState now, ReportPlan plan) {
        Optional<Instant> due = now.silent() ? plan.of(postKind).flatMap(line -> line.due(this)) : Optional.empty();
        return new Watch(post, unit, postKind, now, since, last, reports, due.orElse(null));
    }

    /** Silent, as a sweep found it. */
    Watch silent(PostState now, Instant due) {
        return new Watch(post, unit, postKind, now, since, last, reports, due);
    }

    /** Whether being in the other state instead is news: silent at last, or out of contact too. */
    boolean worsensTo(PostState other) {
        return other.silent() && (!state.silent() || (state == PostState.LATE && other == PostState.LOST_CONTACT));
    }
}
