package kr.haetae.custody;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.PlannedRoute;
import kr.haetae.event.PostKind;
import kr.haetae.event.Reason;
import kr.haetae.event.TransportKind;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** What wanted routes come to in one operation, for an author; knows those before it in the same list. For one list. */
public final class RouteDraft {
    /** The longest way to a counting centre or storage, ours: the islands' ships take a night. */
    private static final Duration LONGEST = Duration.ofHours(24);
    /** The post takes days. */
    private static final Duration LONGEST_POSTAL = Duration.ofDays(5);

    /** A plan, or what is wrong with it. */
    public sealed interface Result {}

    public record Good(PlannedRoute plan) implements Result {}

    public record Wrong(Decision.Refused why) implements Result {}

    private final Picture picture;
    private final Author author;
    private final Gazetteer sites;
    private final RoutePlans.Numbers numbers;
    private final Map<UUID, PlannedRoute> taken = new HashMap<>();

    public RouteDraft(Picture picture, Author author, Gazetteer sites) {
        this.picture = picture;
        this.author = author;
        this.sites = sites;
        this.numbers = new RoutePlans.Numbers(picture);
    }

    public Result of(TransportCommand.Wanted wanted) {
        Optional<Gazetteer.Site> from = sites.site(wanted.from());
        if (from.isEmpty()) {
            return wrong(Reason.UNKNOWN_POST, "There is no post " + wanted.from() + ".", "/from");
        }
        if (!picture.tree().covers(author.unit(), from.get().unit())) {
            return wrong(Reason.OUTSIDE_JURISDICTION, "A post of " + from.get().unit()
                    + " is outside your jurisdiction " + author.unit() + ".", "/from");
        }
        UUID to = wanted.to();
        Optional<Gazetteer.Site> destination = to == null ? Optional.empty() : sites.site(to);
        if (to != null && destination.isEmpty()) {
            return wrong(Reason.UNKNOWN_POST, "There is no post " + to + ".", "/to");
        }
        return destination(wanted, destination).or(() -> times(wanted)).orElseGet(() -> {
            PlannedRoute plan = plan(wanted, from.get(), destination.orElse(null));
            return begun(plan).or(() -> boxes(plan)).orElseGet(() -> {
                plan.boxes().forEach(number -> taken.put(CustodyId.box(number), plan));
                return new Good(plan);
            });
        });
    }

    private PlannedRoute plan(TransportCommand.Wanted wanted, Gazetteer.Site from, Gazetteer.@Nullable Site to) {
        String number = wanted.number() == null ? numbers.next(from.unit()) : wanted.number();
        String toName = to != null ? to.name() : String.valueOf(wanted.toName());
        return new PlannedRoute(CustodyId.route(number), number, wanted.kind(), from.unit(), from.post(), from.name(),
                to == null ? null : to.post(), toName, to == null ? null : to.unit(), wanted.departsAt(),
                wanted.arrivesAt(), wanted.checkpoints(), wanted.boxes());
    }

    private static Optional<Result> destination(TransportCommand.Wanted wanted, Optional<Gazetteer.Site> to) {
        if (to.isEmpty()) {
            return wanted.kind() == TransportKind.POSTAL && wanted.toName() != null ? Optional.empty()
                    : malformed("Say where it goes: a post, or for a postal route at least a name.", "/to");
        }
        if (wanted.from().equals(to.get().post())) {
            return malformed("It goes to where it comes from.", "/to");
        }
        PostKind kind = to.get().kind();
        Supplier<Optional<Result>> elsewhere = () -> malformed(
                to.get().name() + " is " + kind + "; a route " + wanted.kind() + " does not go there.", "/to");
        return switch (wanted.kind()) {
            case TO_COUNTING -> kind == PostKind.COUNTING_CENTRE ? Optional.empty() : elsewhere.get();
            case TO_STORAGE -> kind == PostKind.BALLOT_STORAGE || kind == PostKind.ELECTION_COMMISSION
                    ? Optional.empty()
                    : elsewhere.get();
            case POSTAL -> Optional.empty();
        };
    }

    private static Optional<Result> times(TransportCommand.Wanted wanted) {
        if (!wanted.departsAt().isBefore(wanted.arrivesAt())) {
            return malformed("It arrives at " + wanted.arrivesAt() + ", before it leaves at " + wanted.departsAt()
                    + ".", "/arrivesAt");
        }
        Duration longest = wanted.kind() == TransportKind.POSTAL ? LONGEST_POSTAL : LONGEST;
        return Duration.between(wanted.departsAt(), wanted.arrivesAt()).compareTo(longest) > 0
                ? malformed("It takes longer than " + longest.toHours() + " hours.", "/arrivesAt")
                : Optional.empty();
    }

    private Optional<Result> begun(PlannedRoute plan) {
        return picture.find(Route.key(plan.route()), Route.class).filter(it -> !it.planned() && !it.plan().equals(plan))
                .map(it -> wrong(Reason.ILLEGAL_TRANSITION,
                        it.number() + " is " + it.state() + "; it can't be planned anew.", "/number"));
    }

    /** A box may go on from where another route has brought it; two routes can't take it from one place. */
    private Optional<Result> boxes(PlannedRoute plan) {
        Set<UUID> own = new HashSet<>();
        for (String number : plan.boxes()) {
            UUID box = CustodyId.box(number);
            if (!own.add(box)) {
                return Optional.of(wrong(Reason.BOX_TWICE, "The ballot box " + number + " stands here twice.",
                        "/boxes"));
            }
            Optional<String> other = Optional.ofNullable(taken.get(box)).filter(it -> !follows(it, plan))
                    .map(PlannedRoute::number).or(() -> standing(box, plan));
            if (other.isPresent()) {
                return Optional.of(wrong(Reason.BOX_ON_OTHER_ROUTE,
                        "The ballot box " + number + " goes with " + other.get() + ".", "/boxes"));
            }
        }
        return Optional.empty();
    }

    private Optional<String> standing(UUID box, PlannedRoute plan) {
        return picture.find(Box.key(box), Box.class).stream().flatMap(it -> it.routes().stream())
                .filter(id -> !id.equals(plan.route()))
                .flatMap(id -> picture.find(Route.key(id), Route.class).stream())
                .filter(it -> !it.state().over() && !follows(it.plan(), plan))
                .findFirst().map(Route::number);
    }

    private static boolean follows(PlannedRoute one, PlannedRoute other) {
        return one.route().equals(other.route()) || other.from().equals(one.to()) || one.from().equals(other.to());
    }

    private static Optional<Result> malformed(String detail, String pointer) {
        return Optional.of(wrong(Reason.ROUTE_MALFORMED, detail, pointer));
    }

    private static Result wrong(Reason reason, String detail, String pointer) {
        return new Wrong(Decision.refuse(reason, detail, pointer));
    }
}
