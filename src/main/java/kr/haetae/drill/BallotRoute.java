package kr.haetae.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.haetae.custody.CustodyId;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;

/**
 * A route of ballot boxes as it is planned: from each polling place, and from each storage of early votes, to the counting centre of its
 * district; some 14,500 in all (domain notes, "Personnel", H).
 *
 * @param boxes their numbers
 */
record BallotRoute(String number, PlacedPost from, PlacedPost to, Instant departs, Instant arrives,
        List<String> boxes) {
    /** Passed by each half way. */
    static final String CHECKPOINT = "중간 거점";

    /** When the first may leave: the polls close at 20:00 and the boxes are sealed before observers. The share of minutes is ours. */
    private static final Duration FIRST = Duration.ofHours(20).plusMinutes(15);
    /** All are there within 90 minutes of the first departure. */
    private static final int LAST_DEPARTURE_SECONDS = 3_000;

    private static final int SHORTEST_SECONDS = 900;
    private static final int LONGEST_SECONDS = 2_100;

    BallotRoute {
        boxes = List.copyOf(boxes);
    }

    UUID id() {
        return CustodyId.route(number);
    }

    /** On every seal of a box stands one number. */
    static List<String> seals(String box) {
        return List.of(box + "-가", box + "-나");
    }

    /** In the order of the units and of the posts' ids. */
    static List<BallotRoute> of(Scenario scenario, Country country) {
        Map<String, PlacedPost> centres = new HashMap<>();
        country.posts(PostKind.COUNTING_CENTRE).stream().sorted(Comparator.comparing(PlacedPost::id))
                .forEach(centre -> {
                    centres.putIfAbsent(district(centre), centre);
                    centres.putIfAbsent(centre.unit().value(), centre);
                });
        Map<UnitCode, String> labels = new HashMap<>();
        for (PlacedUnit unit : country.units()) {
            labels.put(unit.code(), unit.label());
        }
        Map<UnitCode, Integer> numbers = new HashMap<>();
        List<BallotRoute> routes = new ArrayList<>();
        country.posts().stream()
                .filter(post -> post.kind() == PostKind.POLLING_PLACE || post.kind() == PostKind.BALLOT_STORAGE)
                .sorted(Comparator.comparing(PlacedPost::unit).thenComparing(PlacedPost::id))
                .forEach(post -> {
                    PlacedPost centre = centres.getOrDefault(district(post), centres.get(post.unit().value()));
                    if (centre != null) {
                        int number = numbers.merge(post.unit(), 1, Integer::sum);
                        routes.add(route(scenario, labels.getOrDefault(post.unit(), post.unit().value()) + "-회송 "
                                + number, post, centre));
                    }
                });
        return routes;
    }

    private static BallotRoute route(Scenario scenario, String number, PlacedPost from, PlacedPost to) {
        Chance chance = scenario.chance(from.id(), "route");
        Instant departs = scenario.at(FIRST).plusSeconds(chance.from(0, LAST_DEPARTURE_SECONDS));
        int most = from.kind() == PostKind.BALLOT_STORAGE ? 6 : 2;
        List<String> boxes = IntStream.rangeClosed(1, chance.from(1, most)).mapToObj(it -> number + "-" + it).toList();
        return new BallotRoute(number, from, to, departs,
                departs.plusSeconds(chance.from(SHORTEST_SECONDS, LONGEST_SECONDS)), boxes);
    }

    private static String district(PlacedPost post) {
        return post.province() + " " + post.district();
    }
}
