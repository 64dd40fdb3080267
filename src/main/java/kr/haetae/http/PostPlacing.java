package kr.haetae.http;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Event;
import kr.haetae.event.PlacedPost;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.post.PostCommand;
import kr.haetae.post.Posts;

/** Places a list of posts, however long, in {@link Batches} of at most {@link PostCommand.Place#ROWS}. */
public final class PostPlacing {
    /** How many posts were written, and how many stood already just so. */
    public record Placed(int written, int unchanged) {}

    private final Batches<PlacedPost> batches;
    private final UUID command;

    /** {@code command}: the id of the whole list; {@code source}: what the record says it was. */
    public PostPlacing(Ledger<Picture> ledger, Author author, UUID command, String source) {
        this.command = command;
        batches = new Batches<>(ledger, author, PostCommand.Place.ROWS,
                (picture, at, posts) -> Posts.decide(picture, author, new PostCommand.Place(source, posts)),
                event -> ((Event.PostsPlaced) event).posts().size());
    }

    /** Fails with a {@link ProblemException} when the list is refused, else as {@link Ledger#submit}. */
    public Future<Placed> place(List<PlacedPost> posts) {
        return batches.submit(command, posts).map(done -> new Placed(done.written(), done.unchanged()));
    }
}
