package kr.haetae.feed;

import java.nio.charset.StandardCharsets;
import kr.haetae.event.Cursor;
import kr.haetae.picture.Difference;
import org.jspecify.annotations.Nullable;

/**
 * A change frame, encoded.
 *
 * @param bytes its size in UTF-8
 */
record Frame(Cursor after, Cursor upTo, boolean reset, String text, int bytes) {
    static Frame of(Difference difference) {
        return of(difference, null);
    }

    /** {@code hello}: the id, in JSON, of the hello that this answers. */
    static Frame of(Difference difference, @Nullable String hello) {
        byte[] bytes = Frames.change(difference, hello);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new Frame(difference.after(), difference.upTo(), difference.reset(), text, bytes.length);
    }
}
