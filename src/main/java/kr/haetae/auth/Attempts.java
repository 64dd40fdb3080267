package kr.haetae.auth;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets somebody try to prove who he is, as often as he may. */
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Throttle throttle;
    private final AddressBudget budget;
    private final InstantSource clock;

    Attempts(Throttle throttle, AddressBudget budget, InstantSource clock) {
        this.throttle = throttle;
        this.budget = budget;
        this.clock = clock;
    }

    /** Runs the attempt, unless the login or the address failed too often; then it is denied without being looked at. */
    <T> Future<Verdict<T>> of(String login, String address, Supplier<Future<Verdict<T>>> attempt) {
        if (budget.exhausted(address)) {
            return Future.succeededFuture(Verdict.denied(Denial.Code.LOG_IN_THROTTLED, budget.window()));
        }
        return throttle.charge(login, clock.instant())
                .compose(wait -> wait.isPresent()
                        ? Future.succeededFuture(Verdict.denied(Denial.Code.LOG_IN_THROTTLED, wait.get()))
                        : attempt.get().compose(verdict -> settled(login, address, verdict)));
    }

    /**
     * Runs an attempt that names no login, unless the address failed too often. A passkey can't be guessed, so its failures do not
     * slow the account down, nor do failed passwords keep its passkeys out.
     */
    <T> Future<Verdict<T>> from(String address, Supplier<Future<Verdict<T>>> attempt) {
        if (budget.exhausted(address)) {
            return Future.succeededFuture(Verdict.denied(Denial.Code.LOG_IN_THROTTLED, budget.window()));
        }
        return attempt.get().onSuccess(verdict -> {
            if (verdict instanceof Verdict.Denied<T>(Denial denial) && denial.code().forged()) {
                budget.failed(address);
            }
        });
    }

    /** An administrator vouches for the login. */
    Future<Void> forgive(String login) {
        return throttle.clear(login);
    }

    private <T> Future<Verdict<T>> settled(String login, String address, Verdict<T> verdict) {
        Future<Void> noted = switch (verdict) {
            case Verdict.Granted<T> granted -> throttle.clear(login);
            case Verdict.Denied<T>(Denial denial) -> guessed(denial.code())
                    ? failed(address)
                    : throttle.refund(login);
        };
        return noted.transform(done -> {
            if (done.failed()) {
                LOG.warn("the outcome of an attempt was not noted", done.cause());
            }
            return Future.succeededFuture(verdict);
        });
    }

    private Future<Void> failed(String address) {
        budget.failed(address);
        return Future.succeededFuture();
    }

    /** Whether what was shown was wrong, so that it could have been a guess. */
    private static boolean guessed(Denial.Code code) {
        return code == Denial.Code.CREDENTIALS_WRONG || code == Denial.Code.ACTIVATION_CODE_WRONG;
    }
}
