package kr.haetae.custody;

import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.PostKind;
import kr.haetae.event.Position;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What decisions about ballot boxes must know of posts; another capability keeps them. */
@FunctionalInterface
public interface Gazetteer {
    /** @param position absent for most posts of the published lists */
    record Site(UUID post, PostKind kind, String name, UnitCode unit, @Nullable Position position) {}

    Optional<Site> site(UUID post);
}
