package kr.haetae.http;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.NamedId;
import kr.haetae.event.Reason;
import kr.haetae.ledger.Answer;
import kr.haetae.ledger.Ledger;
import kr.haetae.ledger.Submission;
import kr.haetae.picture.Picture;

/**
 * Submits a list, however long, as commands of a bounded number of rows. When it breaks off, the same again goes on where it
 * stopped: the batches have ids of their own, made from the list's.
 */
final class Batches<T> {
    /** How many rows were written, and how many stood already just so. */
    record Written(int written, int unchanged) {
        static final Written NOTHING = new Written(0, 0);

        Written plus(Written other) {
            return new Written(written + other.written, unchanged + other.unchanged);
        }
    }

    /** Decides one batch; {@code at} is the operation's time. */
    @FunctionalInterface
    interface Rule<T> {
        Decision decide(Picture picture, Instant at, List<T> rows);
    }

    private final Ledger<Picture> ledger;
    private final Author author;
    private final int size;
    private final Rule<T> rule;
    private final ToIntFunction<Event> rows;

    /** {@code rows}: how many rows the event of an accepted batch holds. */
    Batches(Ledger<Picture> ledger, Author author, int size, Rule<T> rule, ToIntFunction<Event> rows) {
        this.ledger = ledger;
        this.author = author;
        this.size = size;
        this.rule = rule;
        this.rows = rows;
    }

    /** Fails with a {@link ProblemException} when a batch is refused, else as {@link Ledger#submit}. {@code command}: the list's id. */
    Future<Written> submit(UUID command, List<T> list) {
        Future<Written> all = Future.succeededFuture(Written.NOTHING);
        for (int start = 0; start < list.size(); start += size) {
            int from = start;
            List<T> batch = list.subList(from, Math.min(list.size(), from + size));
            all = all.compose(sofar -> batch(NamedId.of(command, "batch " + from), batch).map(sofar::plus));
        }
        return all;
    }

    private Future<Written> batch(UUID command, List<T> batch) {
        Hash request = Hash.of(batch.toString().getBytes(StandardCharsets.UTF_8));
        return ledger
                .submit(new Submission<>(command, author.account(), author.unit(), request,
                        (picture, at) -> rule.decide(picture, at, batch)))
                .compose(answer -> switch (answer) {
                    case Answer.Done done -> {
                        int written = rows.applyAsInt(done.entries().get(0).event());
                        yield Future.succeededFuture(new Written(written, batch.size() - written));
                    }
                    case Answer.Refused refused when refused.refusal().reason() == Reason.NOTHING_CHANGED ->
                        Future.succeededFuture(new Written(0, batch.size()));
                    case Answer.Refused refused -> Future.failedFuture(Problems.of(refused.refusal()).exception());
                    case Answer.Reused reused -> Future.failedFuture(Commands.REUSED.exception());
                });
    }
}
