package kr.haetae.auth;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form of log-in names: 3 to 64 of a–z, 0–9, point, underscore and hyphen, beginning with a letter or digit. */
public final class Logins {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");

    private Logins() {}

    /** The one spelling under which a login is kept and looked up: NFKC, lower case, without surrounding white space. */
    public static String fold(String login) {
        return Normalizer.normalize(login, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a folded login has the form. */
    public static boolean wellFormed(String folded) {
        return FORM.matcher(folded).matches();
    }
}
