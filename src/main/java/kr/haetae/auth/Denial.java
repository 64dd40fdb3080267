package kr.haetae.auth;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody is not let in.
 *
 * @param detail what happened and what to do; names no account
 * @param retryAfter when to try again, for {@link Kind#THROTTLED} and {@link Kind#OVERLOADED}
 */
public record Denial(Code code, String detail, @Nullable Duration retryAfter) {
    /** What the caller can do about it. */
    public enum Kind {
        /** Log in, or refresh. */
        UNAUTHENTICATED,
        /** It is known who asks, and he may not. */
        FORBIDDEN,
        /** A value in the request is wrong. */
        INVALID,
        /** Too many attempts. */
        THROTTLED,
        /** More log-ins than this machine can check at once. */
        OVERLOADED
    }

    /** Stable codes, on the wire as {@code log-in-throttled}. */
    public enum Code {
        CREDENTIALS_WRONG(Kind.UNAUTHENTICATED, "The log-in or the password is wrong."),
        ACTIVATION_NEEDED(Kind.FORBIDDEN, "This is an activation code: set a password with it first."),
        LOG_IN_THROTTLED(Kind.THROTTLED, "Too many attempts for this log-in; wait and try again."),
        LOG_IN_OVERLOADED(Kind.OVERLOADED, "Too many people are logging in just now; try again in some seconds."),
        ACCOUNT_DISABLED(Kind.FORBIDDEN, "This account is disabled; ask your administrator."),
        REFRESH_REFUSED(Kind.UNAUTHENTICATED, "The log-in can't be continued; log in again."),
        SESSION_ENDED(Kind.UNAUTHENTICATED, "This log-in has ended; log in again."),
        NOT_LOGGED_IN(Kind.UNAUTHENTICATED, "Log in first."),
        ACTIVATION_CODE_WRONG(Kind.FORBIDDEN, "The log-in or the activation code is wrong, or the code was used."),
        ACTIVATION_CODE_EXPIRED(Kind.FORBIDDEN, "The activation code has expired; ask your administrator for another."),
        PASSWORD_TOO_SHORT(Kind.INVALID, "A password has at least " + PasswordRule.MIN_CHARACTERS + " characters."),
        PASSWORD_TOO_LONG(Kind.INVALID, "A password has at most " + PasswordRule.MAX_CHARACTERS + " characters."),
        PASSWORD_IS_LOGIN(Kind.INVALID, "A password must not be or contain the log-in name."),
        PASSWORD_UNCHANGED(Kind.INVALID, "The new password is the present one; choose another.");

        private final Kind kind;
        private final String detail;

        Code(Kind kind, String detail) {
            this.kind = kind;
            this.detail = detail;
        }

        public Kind kind() {
            return kind;
        }

        /** The code on the wire, such as {@code credentials-wrong}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Denial of(Code code) {
        return new Denial(code, code.detail, null);
    }

    static Denial of(Code code, Duration retryAfter) {
        return new Denial(code, code.detail, retryAfter);
    }
}
