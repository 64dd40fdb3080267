package kr.haetae.event;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One post (근무지) as imported.
 *
 * @param unit the responsible unit: the station when {@code MAPPED}, else the agency or headquarters that must assign it
 * @param candidates the stations that share the district when {@code AMBIGUOUS}, else empty
 */
public record PlacedPost(
        UUID id,
        PostKind kind,
        String name,
        UnitCode unit,
        Jurisdiction jurisdiction,
        List<UnitCode> candidates,
        @Nullable String province,
        @Nullable String district,
        @Nullable String dong,
        @Nullable String place,
        @Nullable String address,
        @Nullable String floor,
        @Nullable Position position) {
    public PlacedPost {
        candidates = List.copyOf(candidates);
    }
}
