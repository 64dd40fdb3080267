package kr.haetae.post;

import java.util.List;
import java.util.UUID;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.UnitCode;

/** What one can ask for concerning posts. */
public sealed interface PostCommand {
    /**
     * Place these posts, at most {@link #ROWS}; those that stand already just so are passed over.
     *
     * @param source what the list is, for the record, such as a file's name
     */
    record Place(String source, List<PlacedPost> posts) implements PostCommand {
        /** Rows in one entry at most, so that a big import freezes nobody. */
        public static final int ROWS = 500;

        public Place {
            posts = List.copyOf(posts);
        }
    }

    /** Give a post whose jurisdiction is unknown (관할 미지정), or wrong, to a unit. */
    record Assign(UUID post, UnitCode unit) implements PostCommand {}
}
