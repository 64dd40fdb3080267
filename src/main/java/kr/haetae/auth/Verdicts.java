package kr.haetae.auth;

import io.vertx.core.Future;
import java.util.function.Function;

/** Verdicts that are still to come. */
final class Verdicts {
    private Verdicts() {}

    /** Goes on with the value, or passes the denial on. */
    static <T, R> Future<Verdict<R>> then(Verdict<T> verdict, Function<T, Future<Verdict<R>>> next) {
        return switch (verdict) {
            case Verdict.Granted<T>(T value) -> next.apply(value);
            case Verdict.Denied<T>(Denial denial) -> Future.succeededFuture(new Verdict.Denied<>(denial));
        };
    }

    static <T> Future<Verdict<T>> denied(Denial.Code code) {
        return Future.succeededFuture(Verdict.denied(code));
    }
}
