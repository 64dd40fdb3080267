package kr.haetae.drill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.roster.CommandTree;
import kr.haetae.roster.NationalRoster;
import kr.haetae.roster.Placement;
import kr.haetae.roster.PostId;
import kr.haetae.roster.PostRow;

/**
 * Where the drill takes place: the shipped command tree, the generated national roster, and a storage site for early-vote boxes at
 * each district with a counting centre, as each district's election commission keeps them (domain notes, "Post kinds", H).
 *
 * @param units with whatever stands above them, in the tree's order
 */
public record Country(List<PlacedUnit> units, List<PlacedPost> posts) {
    private static final long ROSTER_SEED = 1;

    public Country {
        units = List.copyOf(units);
        posts = List.copyOf(posts);
    }

    /** The whole country: 18,117 posts and the storage sites. */
    public static Country national() {
        List<PostRow> rows = NationalRoster.of(ROSTER_SEED);
        List<PlacedPost> posts = new ArrayList<>(rows.stream().map(Placement::of).toList());
        rows.stream().filter(row -> row.kind() == kr.haetae.roster.PostKind.COUNTING_CENTRE)
                .collect(Collectors.toMap(row -> row.province() + " " + row.district(), row -> row, (one, two) -> one))
                .values().stream()
                .map(Country::storage)
                .sorted(Comparator.comparing(PlacedPost::id))
                .forEach(posts::add);
        return new Country(Placement.ofTree(CommandTree.shipped()), posts);
    }

    /** The unit's subtree and what stands above it, and its posts. */
    public Country within(UnitCode unit) {
        Map<UnitCode, PlacedUnit> byCode = units.stream().collect(Collectors.toMap(PlacedUnit::code, it -> it));
        if (!byCode.containsKey(unit)) {
            throw new IllegalArgumentException("There is no unit " + unit + ".");
        }
        List<PlacedUnit> kept = units.stream()
                .filter(it -> covers(byCode, unit, it.code()) || covers(byCode, it.code(), unit)).toList();
        return new Country(kept, posts.stream().filter(post -> covers(byCode, unit, post.unit())).toList());
    }

    List<PlacedUnit> units(UnitKind kind) {
        return units.stream().filter(unit -> unit.kind() == kind).toList();
    }

    List<PlacedPost> posts(PostKind kind) {
        return posts.stream().filter(post -> post.kind() == kind).toList();
    }

    /** Each station's posts of the kind, stations in the tree's order; stations without any are left out. */
    Map<UnitCode, List<PlacedPost>> byStation(PostKind kind) {
        return posts.stream().filter(post -> post.kind() == kind)
                .collect(Collectors.groupingBy(PlacedPost::unit, java.util.TreeMap::new, Collectors.toList()));
    }

    /** The agency over each unit that has one. */
    Map<UnitCode, UnitCode> agencies() {
        Map<UnitCode, UnitCode> agencies = new HashMap<>();
        for (PlacedUnit unit : units) {
            UnitCode parent = unit.parent();
            if (unit.kind() == UnitKind.AGENCY) {
                agencies.put(unit.code(), unit.code());
            } else if (unit.kind() == UnitKind.STATION && parent != null) {
                agencies.put(unit.code(), parent);
            }
        }
        return Map.copyOf(agencies);
    }

    private static boolean covers(Map<UnitCode, PlacedUnit> units, UnitCode upper, UnitCode lower) {
        PlacedUnit at = units.get(lower);
        while (at != null && !at.code().equals(upper)) {
            UnitCode parent = at.parent();
            at = parent == null ? null : units.get(parent);
        }
        return at != null;
    }

    private static PlacedPost storage(PostRow centre) {
        String name = centre.district() + "선관위 사전투표함보관소";
        return Placement.of(new PostRow(
                PostId.of(kr.haetae.roster.PostKind.BALLOT_STORAGE, centre.province(), centre.district(), name),
                kr.haetae.roster.PostKind.BALLOT_STORAGE, name, centre.province(), centre.district(), centre.dong(),
                null, null, null, null, null, centre.jurisdiction()));
    }
}
