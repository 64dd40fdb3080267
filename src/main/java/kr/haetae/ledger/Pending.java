package kr.haetae.ledger;

import io.vertx.core.Future;
import io.vertx.core.Promise;

/** A submission that waits for its answer. */
final class Pending<P> {
    private final Submission<P> submission;
    private final long sinceNanos;
    private final Promise<Answer> promise = Promise.promise();
    private boolean sent;
    private boolean found;

    Pending(Submission<P> submission, long sinceNanos) {
        this.submission = submission;
        this.sinceNanos = sinceNanos;
    }

    Submission<P> submission() {
        return submission;
    }

    long sinceNanos() {
        return sinceNanos;
    }

    Future<Answer> future() {
        return promise.future();
    }

    /** Whether it needs no append any more: it has its answer, or was found in the chain and the answer is being read. */
    boolean settled() {
        return found || promise.future().isComplete();
    }

    void markFound() {
        found = true;
    }

    void answer(Answer answer) {
        promise.tryComplete(answer);
    }

    void fail(Throwable failure) {
        promise.tryFail(failure);
    }

    /** Notes that an append with it was sent: found in the chain later, it is this submission's own. */
    void markSent() {
        sent = true;
    }

    boolean sent() {
        return sent;
    }

    boolean sameRequest(Submission<P> other) {
        return submission.account().equals(other.account()) && submission.request().equals(other.request());
    }
}
