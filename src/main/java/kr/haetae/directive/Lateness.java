package kr.haetae.directive;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import kr.haetae.event.DirectiveRoomState;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Who is late with a directive, and when they are told next. Pure. */
final class Lateness {
    private Lateness() {}

    /** It has not acknowledged within its limit, or has not done what is due. */
    static boolean late(DirectiveRoom room, Directive directive, Instant at) {
        Instant due = directive.due();
        return (room.before(DirectiveRoomState.ACKNOWLEDGED) && !at.isBefore(directive.acknowledgeBy()))
                || (room.before(DirectiveRoomState.DONE) && due != null && !at.isBefore(due));
    }

    static boolean late(Picture picture, Directive directive, UnitCode unit, Instant at) {
        return room(picture, directive, unit).filter(room -> late(room, directive, at)).isPresent();
    }

    /** Whether anything is still to be done there. */
    static boolean waiting(Picture picture, Directive directive, UnitCode unit) {
        return room(picture, directive, unit).filter(room -> room.before(DirectiveRoomState.DONE)).isPresent();
    }

    static int steps(Picture picture, Directive directive) {
        return picture.find(DirectiveChase.key(directive.directive()), DirectiveChase.class)
                .map(DirectiveChase::step).orElse(0);
    }

    private static Optional<DirectiveRoom> room(Picture picture, Directive directive, UnitCode unit) {
        return picture.find(DirectiveRoom.key(directive.directive(), unit), DirectiveRoom.class);
    }

    /** When somebody is told next if nothing happens; null while nobody is waited for. */
    static @Nullable Instant next(Directive directive, DirectiveChase chase, Iterable<DirectiveRoom> rooms) {
        boolean unacknowledged = false;
        boolean undone = false;
        for (DirectiveRoom room : rooms) {
            unacknowledged |= room.before(DirectiveRoomState.ACKNOWLEDGED);
            undone |= room.before(DirectiveRoomState.DONE);
        }
        return Stream.of(unacknowledged ? again(chase, directive.acknowledgeBy()) : Optional.<Instant>empty(),
                undone && directive.due() != null ? again(chase, directive.due()) : Optional.<Instant>empty())
                .flatMap(Optional::stream).min(Instant::compareTo).orElse(null);
    }

    /** At the limit first, then by the repetition. */
    private static Optional<Instant> again(DirectiveChase chase, Instant limit) {
        Instant last = chase.restarted();
        return Optional.of(last == null || last.isBefore(limit) ? limit
                : last.plus(Duration.ofMinutes(chase.repeatMinutes())));
    }
}
