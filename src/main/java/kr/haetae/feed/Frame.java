package kr.haetae.feed;

import java.nio.charset.StandardCharsets;
import kr.haetae.event.Cursor;
import kr.haetae.picture.Difference;

/**
 * A change frame, encoded.
 *
 * @param bytes its size in UTF-8
 */
record Frame(Cursor after, Cursor upTo, boolean reset, String text, int bytes) {
    static Frame of(Difference difference) {
        byte[] bytes = Frames.change(difference);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new Frame(difference.after(), difference.upTo(), difference.reset(), text, bytes.length);
    }
}
