package kr.haetae.picture;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.OperationState;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;

/**
 * Settings of one operation where they differ from the standard: at most one entity of a kind, seen by everybody in the operation.
 *
 * @param <S> what is set, one value that is changed as a whole
 */
public interface OwnSettings<S> extends Entity {
    UUID operation();

    UnitCode root();

    S settings();

    /** The operation's settings; the standard ones when it has none of its own. */
    static <S> S of(Picture picture, Function<UUID, Key> key, Class<? extends OwnSettings<S>> type, S standard) {
        return picture.operation().flatMap(it -> settings(picture.find(key.apply(it.operation()), type)))
                .orElse(standard);
    }

    /** As {@link #of(Picture, Function, Class, Object)}, while entries are folded. */
    static <S> S of(Draft draft, Function<UUID, Key> key, Class<? extends OwnSettings<S>> type, S standard) {
        return draft.operation().flatMap(it -> settings(draft.find(key.apply(it.operation()), type))).orElse(standard);
    }

    private static <S> Optional<S> settings(Optional<? extends OwnSettings<S>> own) {
        return own.map(OwnSettings::settings);
    }

    /** Changes them from what they are now; an operation that is over keeps its own. */
    static <S> Decision change(Picture picture, S now, S wanted, Function<S, Event> event) {
        if (picture.operation().filter(it -> it.state().compareTo(OperationState.CLOSED) < 0).isEmpty()) {
            return Decision.refuse(Reason.OPERATION_NOT_OPEN, "The operation is over.");
        }
        return wanted.equals(now)
                ? Decision.refuse(Reason.NOTHING_CHANGED, "These are the settings already.")
                : Decision.accept(event.apply(wanted));
    }

    @Override
    default Audience audience() {
        return Audience.upwards(root()).andBelow();
    }
}
