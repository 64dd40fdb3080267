package kr.haetae.directive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.DirectiveEvent;
import kr.haetae.event.DirectiveState;
import kr.haetae.event.DirectiveUrgency;
import kr.haetae.event.Person;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * One directive (지시); how far each room is with it stands in its {@link DirectiveRoom}s.
 *
 * @param unit whose it is
 * @param asked the rooms that it asks, in the tree's order
 * @param readers who sees it beyond those above the issuer: the rooms, and with posts all units under them
 * @param acknowledgeBy from then on a room that has not acknowledged is late
 * @param completedAt since when all rooms have done it
 */
public record Directive(
        @JsonIgnore UUID directive,
        String number,
        UnitCode unit,
        List<UnitCode> to,
        boolean below,
        @JsonIgnore List<UnitCode> asked,
        @JsonIgnore List<UnitCode> readers,
        List<PostKind> posts,
        DirectiveUrgency urgency,
        String title,
        String text,
        Instant issuedAt,
        Person by,
        Instant acknowledgeBy,
        @Nullable Instant due,
        DirectiveState state,
        @Nullable UUID supersedes,
        @Nullable UUID supersededBy,
        @Nullable UUID decision,
        @Nullable Instant completedAt,
        @Nullable Ending ending)
        implements
            Entity {
    public static final String KIND = "directive";

    /** How long the issuer may still say that it was not done, before it leaves the screens. Ours. */
    static final Duration SETTLING = Duration.ofHours(1);

    /** @param by absent when time alone ended it */
    public record Ending(Instant at, @Nullable Person by, @Nullable String reason) {}

    public Directive {
        to = List.copyOf(to);
        asked = List.copyOf(asked);
        readers = List.copyOf(readers);
        posts = List.copyOf(posts);
    }

    public static Key key(UUID directive) {
        return new Key(KIND, directive.toString());
    }

    static Directive issued(DirectiveEvent.DirectiveIssued e, List<UnitCode> readers, Instant at,
            Instant acknowledgeBy) {
        return new Directive(e.directive(), e.number(), e.unit(), e.to(), e.below(), e.rooms(), readers, e.posts(),
                e.urgency(), e.title(), e.text(), at, e.by(), acknowledgeBy, e.due(), DirectiveState.OPEN,
                e.supersedes(), null, e.decision(), null, null);
    }

    @Override
    public Key key() {
        return key(directive);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).with(readers).live(open());
    }

    @Override
    public boolean chronicled() {
        return true;
    }

    @Override
    public @Nullable Instant timedFrom() {
        return open() && completedAt != null ? completedAt.plus(SETTLING) : null;
    }

    /** How many rooms it asks. */
    @JsonProperty
    public int rooms() {
        return asked.size();
    }

    boolean open() {
        return state == DirectiveState.OPEN;
    }

    boolean asks(UnitCode room) {
        return asked.contains(room);
    }

    Directive worded(String newTitle, String newText) {
        return new Directive(directive, number, unit, to, below, asked, readers, posts, urgency, newTitle, newText,
                issuedAt, by, acknowledgeBy, due, state, supersedes, supersededBy, decision, completedAt, ending);
    }

    Directive completed(Instant since) {
        return new Directive(directive, number, unit, to, below, asked, readers, posts, urgency, title, text,
                issuedAt, by, acknowledgeBy, due, state, supersedes, supersededBy, decision, since, ending);
    }

    /** A room has it to do again. */
    Directive reopened() {
        boolean back = state == DirectiveState.CONCLUDED;
        return new Directive(directive, number, unit, to, below, asked, readers, posts, urgency, title, text,
                issuedAt, by, acknowledgeBy, due, back ? DirectiveState.OPEN : state, supersedes, supersededBy,
                decision, null, back ? null : ending);
    }

    Directive supersededBy(UUID next, Ending how) {
        return new Directive(directive, number, unit, to, below, asked, readers, posts, urgency, title, text,
                issuedAt, by, acknowledgeBy, due, DirectiveState.SUPERSEDED, supersedes, next, decision, completedAt,
                how);
    }

    Directive ended(DirectiveState as, Ending how) {
        return new Directive(directive, number, unit, to, below, asked, readers, posts, urgency, title, text,
                issuedAt, by, acknowledgeBy, due, as, supersedes, supersededBy, decision, completedAt, how);
    }

    Directive endedBecause(String why) {
        return ending == null ? this : ended(state, new Ending(ending.at(), ending.by(), why));
    }
}
