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
        byte[] bytes = Frames.change(difference);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new Frame(difference.after(), difference.upTo(), difference.reset(), text, bytes.length);
    }

    /** As the answer to a hello, if it is one; {@code hello}: its id, in JSON. Nothing is encoded again. */
    Frame answering(@Nullable String hello) {
        if (hello == null) {
            return this;
        }
        String answer = Frames.answering(text, hello);
        int longer = hello.getBytes(StandardCharsets.UTF_8).length + answer.length() - text.length() - hello.length();
        return new Frame(after, upTo, reset, answer, bytes + longer);
    }
}
