package kr.haetae.event;

import org.jspecify.annotations.Nullable;

/**
 * One unit as an operation's command tree holds it.
 *
 * @param parent absent for headquarters only
 * @param label the short Korean form said over the radio and used in incident numbers, unique in the tree, such as 서울강남
 */
public record PlacedUnit(UnitCode code, UnitKind kind, @Nullable UnitCode parent, String korean, String english,
        String label) {}
