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
     * @param faults one for each field of the request that is wrong
     */
    record Refused(Reason reason, String detail, List<Fault> faults) implements Decision {
        public Refused {
            faults = List.copyOf(faults);
        }

        /** With one field at fault, or none. */
        public Refused(Reason reason, String detail, @Nullable String pointer) {
            this(reason, detail, pointer == null ? List.of() : List.of(new Fault(pointer, reason.code(), detail)));
        }

        /** The first field at fault, if one is. */
        public @Nullable String pointer() {
            return faults.isEmpty() ? null : faults.get(0).pointer();
        }
    }

    /**
     * What is wrong with one field of the request.
     *
     * @param pointer RFC 6901, into the request's body
     * @param code stable, such as {@code missing-field}
     */
    record Fault(String pointer, String code, String detail) {}

    static Decision accept(Event... events) {
        return new Accepted(List.of(events));
    }

    static Refused refuse(Reason reason, String detail) {
        return new Refused(reason, detail, List.of());
    }

    static Refused refuse(Reason reason, String detail, String pointer) {
        return new Refused(reason, detail, pointer);
    }

    /** @throws IllegalArgumentException without any fault */
    static Refused refuse(Reason reason, List<Fault> faults) {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("nothing is wrong");
        }
        String first = faults.get(0).detail();
        return new Refused(reason,
                faults.size() == 1 ? first : faults.size() + " fields are wrong; the first: " + first,
                faults);
    }
}
