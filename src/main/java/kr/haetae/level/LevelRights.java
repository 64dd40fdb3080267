package kr.haetae.level;

import java.util.Set;
import kr.haetae.event.Author;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.event.Clearance;
import kr.haetae.picture.CommandTree;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;

/** Whose a declaration is. What a role may do at all was asked before. */
final class LevelRights {
    private LevelRights() {}

    static View sight(Author author) {
        return new View(author.unit(), Set.of(Clearance.GENERAL));
    }

    /** Whether {@code superior} stands above the unit, or the unit is the root, which nobody stands above. */
    static boolean above(CommandTree tree, UnitCode superior, UnitCode unit) {
        UnitCode parent = tree.unit(unit).map(it -> it.parent()).orElse(null);
        return parent == null ? tree.covers(superior, unit) : tree.covers(superior, parent);
    }

    /** What a person declared is his unit's and that of those above; what the plan brought, theirs who may plan for the unit. */
    static boolean owns(CommandTree tree, Author author, Level level) {
        UnitCode declarer = unit(level.declaredBy());
        return declarer == null ? above(tree, author.unit(), level.unit()) : tree.covers(author.unit(), declarer);
    }

    private static @Nullable UnitCode unit(@Nullable Person person) {
        return person == null ? null : person.unit();
    }
}
