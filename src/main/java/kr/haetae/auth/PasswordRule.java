package kr.haetae.auth;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What a password may be. Length instead of composition, after NIST SP 800-63B-4 §3.1.1.2: no rules about digits and signs, no
 * expiry; every character counts, Korean ones too, in one normal form, so that the same word typed on a phone and on a desk matches.
 */
public final class PasswordRule {
    /** Code points after normalisation. */
    public static final int MIN_CHARACTERS = 10;
    /** Code points after normalisation; bounds the work of one request. */
    public static final int MAX_CHARACTERS = 128;

    private PasswordRule() {}

    /** NFKC, which also makes full-width letters of a Korean keyboard the plain ones. */
    public static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** Why the password can't be set; empty when it can. */
    public static Optional<Denial.Code> refuses(String login, String password) {
        String text = normalised(password);
        int characters = text.codePointCount(0, text.length());
        if (characters < MIN_CHARACTERS) {
            return Optional.of(Denial.Code.PASSWORD_TOO_SHORT);
        }
        if (characters > MAX_CHARACTERS) {
            return Optional.of(Denial.Code.PASSWORD_TOO_LONG);
        }
        return text.toLowerCase(Locale.ROOT).contains(Logins.fold(login))
                ? Optional.of(Denial.Code.PASSWORD_IS_LOGIN)
                : Optional.empty();
    }
}
