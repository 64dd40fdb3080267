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
        /** It is there already. */
        TAKEN,
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
        PASSKEY_UNKNOWN(Kind.UNAUTHENTICATED,
                "This passkey does not count here any more; log in with your password and add it again."),
        PASSKEY_WRONG(Kind.UNAUTHENTICATED,
                "The passkey could not be verified; try again, or log in with your password."),
        PASSKEY_UNVERIFIED(Kind.FORBIDDEN,
                "The device did not make sure that it is you; unlock it by finger, face or code and try again."),
        PASSKEY_COPIED(Kind.FORBIDDEN, "This passkey was used before by another device and is removed;"
                + " log in with your password and tell your administrator."),
        PASSKEY_ORIGIN_FOREIGN(Kind.FORBIDDEN, "The passkey was used at another address than this one."),
        PASSKEY_CHALLENGE_WRONG(Kind.UNAUTHENTICATED,
                "The passkey answers a question that was not asked here; try again."),
        PASSKEY_CHALLENGE_EXPIRED(Kind.UNAUTHENTICATED, "The passkey came too late; try again."),
        PASSKEY_CHALLENGE_USED(Kind.UNAUTHENTICATED, "This answer of the passkey was used already; try again."),
        PASSKEY_MALFORMED(Kind.INVALID, "This is no answer of a passkey.", "/response"),
        PASSKEY_KNOWN(Kind.TAKEN, "This passkey is there already."),
        PASSKEYS_NEED_A_DOMAIN(Kind.FORBIDDEN, "There are no passkeys at this address: it has no name of the configured"
                + " domain, or its connection is not protected. Log in with your password."),
        PASSWORD_TOO_SHORT(Kind.INVALID, "A password has at least " + PasswordRule.MIN_CHARACTERS + " characters."),
        PASSWORD_TOO_LONG(Kind.INVALID, "A password has at most " + PasswordRule.MAX_CHARACTERS + " characters."),
        PASSWORD_IS_LOGIN(Kind.INVALID, "A password must not be or contain the log-in name."),
        PASSWORD_UNCHANGED(Kind.INVALID, "The new password is the present one; choose another.");

        private final Kind kind;
        private final String detail;
        private final String pointer;

        Code(Kind kind, String detail) {
            this(kind, detail, "/password");
        }

        Code(Kind kind, String detail, String pointer) {
            this.kind = kind;
            this.detail = detail;
            this.pointer = pointer;
        }

        public Kind kind() {
            return kind;
        }

        /** Of {@link Kind#INVALID}: which field, as JSON pointer. */
        public String pointer() {
            return pointer;
        }

        /** Whether no honest device comes to this, but by chance. */
        boolean forged() {
            return name().startsWith("PASSKEY_") && this != PASSKEY_CHALLENGE_EXPIRED;
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
