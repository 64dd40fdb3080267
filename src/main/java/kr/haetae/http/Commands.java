package kr.haetae.http;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import kr.haetae.event.Cursor;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.ledger.Answer;
import kr.haetae.ledger.Ledger;
import kr.haetae.ledger.Submission;

/** From a request to entries: the one way a command of the API reaches a ledger. */
final class Commands {
    /** What every accepted command answers; made of its entries alone, so that a repeat gets the very same. */
    record Receipt(UUID command, long seq, Cursor cursor, Instant at) {
        static Receipt of(List<Entry> entries) {
            Entry last = entries.get(entries.size() - 1);
            return new Receipt(last.command(), last.seq(), last.cursor(), last.at());
        }
    }

    private Commands() {}

    /** Submits under the request's Idempotency-Key; fails with the problem when it is refused. */
    static <P> Future<List<Entry>> submit(Call call, Ledger<P> ledger, BiFunction<P, Instant, Decision> decide) {
        return submit(call, ledger, call.idempotencyKey(), decide);
    }

    /** As {@link #submit}, under another id: for requests of several commands. */
    static <P> Future<List<Entry>> submit(Call call, Ledger<P> ledger, UUID command,
            BiFunction<P, Instant, Decision> decide) {
        Submission<P> submission = new Submission<>(command, call.actor().account(), call.actor().unit(),
                call.requestHash(), decide);
        return ledger.submit(submission).map(Commands::done);
    }

    /** The entries of an accepted command; throws the problem of any other. */
    static List<Entry> done(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> done.entries();
            case Answer.Refused refused -> throw Problems.of(refused.refusal()).exception();
            case Answer.Reused reused -> throw REUSED.exception();
        };
    }

    static final Problem REUSED = Problem.of(409, "idempotency-key-reused", "Conflict",
            "This Idempotency-Key belongs to another request; use a new one.");
}
