package kr.haetae.http;

import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which origins are ours; asked late because a port chosen by the system is known only once it is bound. */
public record Origins(Supplier<Set<String>> allowed) {
    static final Problem MISSING = Problem.forbidden("origin-missing",
            "A request that changes something must carry the Origin header.");

    /** The problem with an origin, if there is one; none when it is absent. */
    @Nullable
    Problem foreign(@Nullable String origin) {
        return origin == null || allowed.get().contains(origin.toLowerCase(Locale.ROOT))
                ? null
                : Problem.forbidden("origin-foreign", "This request comes from another site.");
    }
}
