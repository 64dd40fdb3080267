package kr.haetae.auth;

import java.util.Optional;
import java.util.function.Function;
import kr.haetae.event.UnitCode;

/** The subtree rule, for any command tree: the house's own and each operation's. */
public final class Jurisdictions {
    /** Headquarters, agency, station: three levels; twice that ends a walk through a tree that is none. */
    private static final int MAX_DEPTH = 6;

    private Jurisdictions() {}

    /**
     * Whether {@code unit} is {@code above} or lies below it.
     *
     * @param parentOf the tree; empty for its root and for what it does not have
     */
    public static boolean covers(Function<UnitCode, Optional<UnitCode>> parentOf, UnitCode above, UnitCode unit) {
        Optional<UnitCode> here = Optional.of(unit);
        for (int depth = 0; depth < MAX_DEPTH && here.isPresent(); depth++) {
            if (here.get().equals(above)) {
                return true;
            }
            here = parentOf.apply(here.get());
        }
        return false;
    }
}
