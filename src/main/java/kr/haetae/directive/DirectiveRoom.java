package kr.haetae.directive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.DirectiveRoomState;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * How far one room is with one directive. Small, because headquarters holds one for each room and open directive: who did what
 * with an account stands in the timeline.
 *
 * @param returned why it has to be done again
 * @param who did the last step
 * @param chased how often it was told again
 * @param noteEntry which entry the note came with, {@code returnedEntry} likewise; 0 for none
 */
public record DirectiveRoom(
        UUID directive,
        UnitCode unit,
        DirectiveRoomState state,
        @Nullable Instant readAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant doneAt,
        @Nullable String note,
        @Nullable String returned,
        @Nullable String who,
        int chased,
        @Nullable Instant lastChasedAt,
        @Nullable Posts posts,
        @JsonIgnore long noteEntry,
        @JsonIgnore long returnedEntry,
        @JsonIgnore boolean live)
        implements
            Entity {
    public static final String KIND = "directive-room";

    /** Of the posts for whose officers it is meant: how many there were, how many took note. */
    public record Posts(int asked, int acknowledged) {}

    public static Key key(UUID directive, UnitCode unit) {
        return new Key(KIND, directive + ":" + unit);
    }

    static DirectiveRoom asked(UUID directive, UnitCode unit, @Nullable Posts posts) {
        return new DirectiveRoom(directive, unit, DirectiveRoomState.UNREAD, null, null, null, null, null, null, 0,
                null, posts, 0, 0, true);
    }

    @Override
    public Key key() {
        return key(directive, unit);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).live(live);
    }

    boolean before(DirectiveRoomState step) {
        return state.compareTo(step) < 0;
    }

    DirectiveRoom read(Instant at, @Nullable String name) {
        return new DirectiveRoom(directive, unit, DirectiveRoomState.READ, at, null, null, note, returned, name,
                chased, lastChasedAt, posts, noteEntry, returnedEntry, live);
    }

    DirectiveRoom acknowledged(Instant at, @Nullable String name) {
        return new DirectiveRoom(directive, unit, DirectiveRoomState.ACKNOWLEDGED, first(readAt, at), at, null, note,
                returned, name, chased, lastChasedAt, posts, noteEntry, returnedEntry, live);
    }

    DirectiveRoom done(Instant at, @Nullable String name, @Nullable String how, long entry) {
        return new DirectiveRoom(directive, unit, DirectiveRoomState.DONE, first(readAt, at),
                first(acknowledgedAt, at), at, how, null, name, chased, lastChasedAt, posts, entry, 0, live);
    }

    DirectiveRoom reopened(@Nullable String name, String why, long entry) {
        return new DirectiveRoom(directive, unit, DirectiveRoomState.ACKNOWLEDGED, readAt, acknowledgedAt, null, note,
                why, name, chased, lastChasedAt, posts, noteEntry, entry, live);
    }

    DirectiveRoom chased(Instant at) {
        return new DirectiveRoom(directive, unit, state, readAt, acknowledgedAt, doneAt, note, returned, who,
                chased + 1, at, posts, noteEntry, returnedEntry, live);
    }

    DirectiveRoom postAcknowledged() {
        return posts == null ? this
                : new DirectiveRoom(directive, unit, state, readAt, acknowledgedAt, doneAt, note, returned, who,
                        chased, lastChasedAt, new Posts(posts.asked(), posts.acknowledged() + 1), noteEntry,
                        returnedEntry, live);
    }

    DirectiveRoom worded(@Nullable String newNote, @Nullable String newReturned) {
        return new DirectiveRoom(directive, unit, state, readAt, acknowledgedAt, doneAt, newNote, newReturned, who,
                chased, lastChasedAt, posts, noteEntry, returnedEntry, live);
    }

    DirectiveRoom live(boolean now) {
        return new DirectiveRoom(directive, unit, state, readAt, acknowledgedAt, doneAt, note, returned, who, chased,
                lastChasedAt, posts, noteEntry, returnedEntry, now);
    }

    private static Instant first(@Nullable Instant earlier, Instant at) {
        return earlier == null ? at : earlier;
    }
}
