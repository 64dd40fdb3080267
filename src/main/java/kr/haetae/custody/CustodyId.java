package kr.haetae.custody;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.haetae.event.NamedId;

/** Ids made of what stands on labels and lists, so that a list imported twice changes nothing. */
public final class CustodyId {
    /** Random, fixed for ever: other values would double every route and box at the next import. */
    private static final UUID ROUTES = UUID.fromString("5b0c7f0e-64d4-4f2f-9d0b-8a7d6c1f3e02");
    private static final UUID BOXES = UUID.fromString("c7a3f6b1-2e58-4b7c-8f4d-1f60a9d2b7e4");

    private static final Pattern BLANK = Pattern.compile("\\s+");

    private CustodyId() {}

    /** The route of a number, in any case and spacing. */
    public static UUID route(String number) {
        return NamedId.of(ROUTES, key(number));
    }

    /** The box of a number, in any case and spacing. */
    public static UUID box(String number) {
        return NamedId.of(BOXES, key(number));
    }

    /** Equal for all spellings of the number of a route, a box or a seal. */
    public static String key(String number) {
        return BLANK.matcher(Normalizer.normalize(number, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }
}
