package kr.haetae.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pure {@code decide} says of a command. */
public sealed interface Decision {
    /** It happens: these events, in this order, all or none. */
    record Accepted(List<Event> events) implements Decision {
        /** @throws IllegalArgumentException without any event */
        public Accepted {
            if (events.isEmpty()) {
                throw new IllegalArgumentException("an accepted command has at least one event");
            }
            events = List.copyOf(events);
        }
    }

    /**
     * It does not happen, and leaves no entry.
     *
     * @param detail what, which value, what to do; for the person who asked
     * @param pointer the JSON pointer of the request's field at fault, if one is
     */
    record Refused(Reason reason, String detail, @Nullable String pointer) implements Decision {}

    static Decision accept(Event... events) {
        return new Accepted(List.of(events));
    }

    static Decision refuse(Reason reason, String detail) {
        return new Refused(reason, detail, null);
    }

    static Decision refuse(Reason reason, String detail, String pointer) {
        return new Refused(reason, detail, pointer);
    }
}
