package kr.haetae.http;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import kr.haetae.custody.CustodyId;
import kr.haetae.custody.Gazetteer;
import kr.haetae.custody.TransportCommand;
import kr.haetae.custody.Transports;
import kr.haetae.event.Author;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.PlannedRoute;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.post.Post;

/** From a request about ballot boxes to the ledger, and what its entries say of one route or box. */
final class Custody {
    private Custody() {}

    static Gazetteer sites(Picture picture) {
        return post -> picture.find(Post.key(post), Post.class).map(it -> new Gazetteer.Site(it.post(), it.postKind(),
                it.name(), it.unit(), it.position()));
    }

    static Future<List<Entry>> submit(Call call, Ledger<Picture> ledger, TransportCommand command) {
        Author author = call.author();
        return Commands.submit(call, ledger,
                (picture, at) -> Transports.decide(picture, at, author, command, sites(picture)));
    }

    /** Of an entry of five hundred routes only the one. */
    static List<TimelineLine> about(List<TimelineLine> timeline, UUID route) {
        return only(timeline, plan -> plan.route().equals(route), overdue -> overdue.equals(route));
    }

    static List<TimelineLine> aboutBox(List<TimelineLine> timeline, String number) {
        String key = CustodyId.key(number);
        return only(timeline, plan -> plan.boxes().stream().anyMatch(it -> CustodyId.key(it).equals(key)),
                overdue -> true);
    }

    private static List<TimelineLine> only(List<TimelineLine> timeline, Predicate<PlannedRoute> wanted,
            Predicate<UUID> late) {
        return timeline.stream().map(line -> {
            Optional<Event> less = switch (line.event()) {
                case CustodyEvent.RoutesPlanned e -> Optional.of(new CustodyEvent.RoutesPlanned(e.source(),
                        e.routes().stream().filter(wanted).toList(), e.by()));
                case CustodyEvent.RoutesOverdue e -> Optional.of(new CustodyEvent.RoutesOverdue(e.unit(), e.kind(),
                        e.routes().stream().filter(late).toList()));
                default -> Optional.empty();
            };
            return less.map(event -> new TimelineLine(line.seq(), line.at(), line.realAt(), line.type(),
                    line.account(), line.unit(), event, line.erasable(), line.erasure())).orElse(line);
        }).toList();
    }
}
