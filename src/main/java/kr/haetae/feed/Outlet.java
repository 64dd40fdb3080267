package kr.haetae.feed;

import java.util.Optional;

/** The sending side of one socket, as a session needs it. */
public interface Outlet {
    /** Whether the socket holds more than it could send. */
    boolean full();

    void send(Wire frame);

    /** Why who looks may not look any more; empty when he may. */
    default Optional<Bye> objection() {
        return Optional.empty();
    }

    /** Whether who looks may have a whole view sent now; asked once for each. */
    default boolean grantsWhole() {
        return true;
    }

    /** Says why, then closes. */
    void end(Bye bye);
}
