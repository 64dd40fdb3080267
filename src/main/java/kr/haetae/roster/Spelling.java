package kr.haetae.roster;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes the spellings of one name equal. The keys are for comparing only, never for showing.
 *
 * <p>Seen in lists of the election commission: 신사동제1투, 가락2동 제3투표소, 구로제1동 beside 구로1동, · beside the full stop,
 * full-width digits. The names of a district stay different: 두류1·2동 has no neighbour 두류12동.
 */
final class Spelling {
    // the last is what NFKC makes of the Hangul interpunct ㆍ
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}.,·・‧∙•\u119e]+");
    private static final Pattern ORDINAL = Pattern.compile("제+(?=\\d)");
    private static final Pattern CUT_OFF = Pattern.compile("투$");

    private Spelling() {}

    /** Equal for all spellings of a province, district, dong or unit. */
    static String key(String text) {
        String key = folded(text);
        // what a stop stood between, or what lower case took apart, may compose anew: 가.ᆨ becomes 각 only then
        for (String again = folded(key); !again.equals(key); again = folded(key)) {
            key = again;
        }
        return key;
    }

    private static String folded(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return ORDINAL.matcher(BETWEEN.matcher(composed).replaceAll("")).replaceAll("");
    }

    /** Equal for all spellings of a post's name. */
    static String postKey(String name) {
        return CUT_OFF.matcher(key(name)).replaceAll("투표소");
    }

    /** What is kept of a field: composed Hangul, no blanks around it. */
    static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }
}
