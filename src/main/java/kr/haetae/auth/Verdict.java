package kr.haetae.auth;

import java.time.Duration;
import java.util.function.Function;

/** Let in, with what was asked for, or not; an expected outcome either way. */
public sealed interface Verdict<T> {
    record Granted<T>(T value) implements Verdict<T> {}

    record Denied<T>(Denial denial) implements Verdict<T> {}

    static <T> Verdict<T> granted(T value) {
        return new Granted<>(value);
    }

    static <T> Verdict<T> denied(Denial.Code code) {
        return new Denied<>(Denial.of(code));
    }

    static <T> Verdict<T> denied(Denial.Code code, Duration retryAfter) {
        return new Denied<>(Denial.of(code, retryAfter));
    }

    /** Goes on with the value, or passes the denial on. */
    default <R> Verdict<R> then(Function<? super T, Verdict<R>> next) {
        return switch (this) {
            case Granted<T>(T value) -> next.apply(value);
            case Denied<T>(Denial denial) -> new Denied<>(denial);
        };
    }
}
