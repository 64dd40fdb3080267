package kr.haetae.http;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.NamedId;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.Reason;
import kr.haetae.ledger.Answer;
import kr.haetae.ledger.Ledger;
import kr.haetae.ledger.Submission;
import kr.haetae.picture.Picture;
import kr.haetae.post.PostCommand;
import kr.haetae.post.Posts;

/**
 * Places a list of posts, however long, as commands of at most {@link PostCommand.Place#ROWS}. When it breaks off, the same again
 * goes on where it stopped: the batches have ids of their own, made from the list's.
 */
public final class PostPlacing {
    /** How many posts were written, and how many stood already just so. */
    public record Placed(int written, int unchanged) {
        Placed plus(Placed other) {
            return new Placed(written + other.written, unchanged + other.unchanged);
        }
    }

    private final Ledger<Picture> ledger;
    private final Author author;
    private final UUID command;
    private final String source;

    /** {@code command}: the id of the whole list; {@code source}: what the record says it was. */
    public PostPlacing(Ledger<Picture> ledger, Author author, UUID command, String source) {
        this.ledger = ledger;
        this.author = author;
        this.command = command;
        this.source = source;
    }

    /** Fails with a {@link ProblemException} when the list is refused, else as {@link Ledger#submit}. */
    public Future<Placed> place(List<PlacedPost> posts) {
        Future<Placed> all = Future.succeededFuture(new Placed(0, 0));
        for (int start = 0; start < posts.size(); start += PostCommand.Place.ROWS) {
            int from = start;
            List<PlacedPost> batch = posts.subList(from, Math.min(posts.size(), from + PostCommand.Place.ROWS));
            all = all.compose(placed -> batch(from, batch).map(placed::plus));
        }
        return all;
    }

    private Future<Placed> batch(int from, List<PlacedPost> batch) {
        PostCommand.Place place = new PostCommand.Place(source, batch);
        Hash request = Hash.of(batch.toString().getBytes(StandardCharsets.UTF_8));
        return ledger
                .submit(new Submission<>(NamedId.of(command, "batch " + from), author.account(), author.unit(), request,
                        (picture, at) -> Posts.decide(picture, author, place)))
                .compose(answer -> switch (answer) {
                    case Answer.Done done -> {
                        int written = ((Event.PostsPlaced) done.entries().get(0).event()).posts().size();
                        yield Future.succeededFuture(new Placed(written, batch.size() - written));
                    }
                    case Answer.Refused refused when refused.refusal().reason() == Reason.NOTHING_CHANGED ->
                        Future.succeededFuture(new Placed(0, batch.size()));
                    case Answer.Refused refused -> Future.failedFuture(Problems.of(refused.refusal()).exception());
                    case Answer.Reused reused -> Future.failedFuture(Commands.REUSED.exception());
                });
    }
}
