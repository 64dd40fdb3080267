package kr.haetae.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.haetae.custody.Route;
import kr.haetae.custody.TransportCommand;
import kr.haetae.event.PostKind;
import kr.haetae.event.TransportKind;
import kr.haetae.event.TransportState;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import kr.haetae.post.Place;
import kr.haetae.post.Post;
import org.jspecify.annotations.Nullable;

/**
 * Routes made from the list of posts: from each polling place to the counting centre of its district, from each early-voting place to
 * its storage. A post that has such a route already is left alone, so the same again changes nothing. Reads all posts: not for an
 * event loop.
 */
final class RouteProposal {
    /** @param boxes how many labels each route gets beforehand */
    record Terms(TransportKind kind, UnitCode unit, Instant departsAt, Instant arrivesAt, int boxes) {}

    /** @param homeless posts for which no destination is known */
    record Proposed(List<TransportCommand.Wanted> routes, List<Post> homeless) {}

    private final Picture picture;
    private final Terms terms;
    private final Map<String, List<Post>> byDistrict = new HashMap<>();
    private final Map<UnitCode, List<Post>> byUnit = new HashMap<>();

    private RouteProposal(Picture picture, Terms terms) {
        this.picture = picture;
        this.terms = terms;
    }

    static Proposed of(Picture picture, Terms terms) {
        return new RouteProposal(picture, terms).proposed();
    }

    private Proposed proposed() {
        PostKind from = terms.kind() == TransportKind.TO_COUNTING ? PostKind.POLLING_PLACE
                : PostKind.EARLY_VOTING_PLACE;
        PostKind to = terms.kind() == TransportKind.TO_COUNTING ? PostKind.COUNTING_CENTRE : PostKind.BALLOT_STORAGE;
        List<Post> starts = new ArrayList<>();
        for (Held held : picture.all(Post.KIND)) {
            Post post = (Post) held.entity();
            if (post.postKind() == to) {
                place(post).ifPresent(it -> byDistrict.computeIfAbsent(district(it), key -> new ArrayList<>())
                        .add(post));
                byUnit.computeIfAbsent(post.unit(), key -> new ArrayList<>()).add(post);
            } else if (post.postKind() == from && picture.tree().covers(terms.unit(), post.unit())) {
                starts.add(post);
            }
        }
        Set<UUID> served = served();
        List<TransportCommand.Wanted> routes = new ArrayList<>();
        List<Post> homeless = new ArrayList<>();
        starts.stream().filter(post -> !served.contains(post.post()))
                .sorted(Comparator.comparing(Post::unit).thenComparing(Post::name).thenComparing(Post::post))
                .forEach(post -> destination(post).ifPresentOrElse(end -> routes.add(route(post, end)),
                        () -> homeless.add(post)));
        return new Proposed(routes, homeless);
    }

    private Set<UUID> served() {
        Set<UUID> served = new HashSet<>();
        for (Held held : picture.all(Route.KIND)) {
            Route route = (Route) held.entity();
            if (route.transportKind() == terms.kind() && route.state() != TransportState.CANCELLED) {
                served.add(route.from());
            }
        }
        return served;
    }

    /** In the same district, there of the same station; else of the same station. */
    private Optional<Post> destination(Post from) {
        List<Post> near = place(from).map(RouteProposal::district).map(byDistrict::get).orElse(null);
        List<Post> found = near == null ? byUnit.getOrDefault(from.unit(), List.of()) : near;
        return found.stream().min(Comparator.comparing((Post post) -> !post.unit().equals(from.unit()))
                .thenComparing(Post::post));
    }

    private TransportCommand.Wanted route(Post from, Post to) {
        return new TransportCommand.Wanted(null, terms.kind(), from.post(), to.post(), null, terms.departsAt(),
                terms.arrivesAt(), List.of(), labels(from));
    }

    /** Such as 서울 마포구 서교동제1투표소-1; none where that is longer than a label. */
    private List<String> labels(Post from) {
        Optional<Place> place = place(from);
        String name = place.map(it -> word(it.province()) + word(it.district())).orElse("") + from.name();
        return name.length() + 2 > TransportCommand.LONGEST_NUMBER ? List.of()
                : IntStream.rangeClosed(1, terms.boxes()).mapToObj(number -> name + "-" + number).toList();
    }

    private Optional<Place> place(Post post) {
        return picture.find(Place.key(post.post()), Place.class);
    }

    private static String district(Place place) {
        return word(place.province()) + word(place.district());
    }

    private static String word(@Nullable String word) {
        return word == null ? "" : word + " ";
    }
}
