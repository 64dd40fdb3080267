package kr.haetae.auth;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets somebody try to prove who he is, as often as he may. */
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Throttle throttle;
    private final FailureBudget budget;
    private final Conduct conduct;
    private final InstantSource clock;

    Attempts(Throttle throttle, FailureBudget budget, InstantSource clock) {
        this.throttle = throttle;
        this.budget = budget;
        this.conduct = new Conduct(clock);
        this.clock = clock;
    }

    /** Whether what the guarantor answers for looks like guessing, at any moment that it is asked. */
    BooleanSupplier suspected(Guarantor guarantor) {
        return () -> conduct.suspects(guarantor);
    }

    /** Runs the attempt, unless the login or the guarantor failed too often; then it is denied without being looked at. */
    <T> Future<Verdict<T>> of(String login, Guarantor guarantor, Supplier<Future<Verdict<T>>> attempt) {
        if (budget.exhausted(guarantor)) {
            return Future.succeededFuture(Verdict.denied(Denial.Code.LOG_IN_THROTTLED, FailureBudget.WINDOW));
        }
        return throttle.charge(login, clock.instant())
                .compose(wait -> wait.isPresent()
                        ? Future.succeededFuture(Verdict.denied(Denial.Code.LOG_IN_THROTTLED, wait.get()))
                        : attempt.get().compose(verdict -> settled(login, guarantor, verdict)));
    }

    /**
     * Runs an attempt that names no login, unless the guarantor failed too often. A passkey can't be guessed, so its failures do not
     * slow the account down, nor do failed passwords keep its passkeys out.
     */
    <T> Future<Verdict<T>> from(Guarantor guarantor, Supplier<Future<Verdict<T>>> attempt) {
        if (budget.exhausted(guarantor)) {
            return Future.succeededFuture(Verdict.denied(Denial.Code.LOG_IN_THROTTLED, FailureBudget.WINDOW));
        }
        return attempt.get().onSuccess(verdict -> {
            if (verdict instanceof Verdict.Denied<T>(Denial denial) && denial.code().forged()) {
                budget.failed(guarantor);
            }
        });
    }

    /** An administrator vouches for the login. */
    Future<Void> forgive(String login) {
        return throttle.clear(login);
    }

    private <T> Future<Verdict<T>> settled(String login, Guarantor guarantor, Verdict<T> verdict) {
        Future<Void> noted = switch (verdict) {
            case Verdict.Granted<T> granted -> succeeded(login, guarantor);
            case Verdict.Denied<T>(Denial denial) -> guessed(denial.code())
                    ? failed(guarantor)
                    : throttle.refund(login);
        };
        return noted.transform(done -> {
            if (done.failed()) {
                LOG.warn("the outcome of an attempt was not noted", done.cause());
            }
            return Future.succeededFuture(verdict);
        });
    }

    private Future<Void> succeeded(String login, Guarantor guarantor) {
        conduct.succeeded(guarantor);
        return throttle.clear(login);
    }

    private Future<Void> failed(Guarantor guarantor) {
        budget.failed(guarantor);
        conduct.failed(guarantor);
        return Future.succeededFuture();
    }

    /** Whether what was shown was wrong, so that it could have been a guess. */
    private static boolean guessed(Denial.Code code) {
        return code == Denial.Code.CREDENTIALS_WRONG || code == Denial.Code.ACTIVATION_CODE_WRONG;
    }
}
