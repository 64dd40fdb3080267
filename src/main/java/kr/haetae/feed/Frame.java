package kr.haetae.feed;

import kr.haetae.event.Cursor;
import kr.haetae.picture.Difference;
import org.jspecify.annotations.Nullable;

/** A change frame, encoded. */
record Frame(Cursor after, Cursor upTo, boolean reset, Wire wire) {
    static Frame of(Difference difference) {
        return new Frame(difference.after(), difference.upTo(), difference.reset(),
                Wire.of(Frames.change(difference)));
    }

    /** Size of its payload. */
    int bytes() {
        return wire.size();
    }

    /** As the answer to a hello, if it is one; {@code hello}: its id, in JSON. Nothing is encoded again. */
    Frame answering(@Nullable String hello) {
        return hello == null ? this : new Frame(after, upTo, reset, Wire.of(Frames.answering(wire.text(), hello)));
    }
}
