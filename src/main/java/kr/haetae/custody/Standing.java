package kr.haetae.custody;

import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.CustodySide;
import kr.haetae.event.Decision;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.CommandTree;
import kr.haetae.picture.Picture;

/** Who may report of a route, and when it may have been. */
final class Standing {
    private Standing() {}

    static Optional<Route> route(Picture picture, Author author, UUID id) {
        return picture.visible(author, Route.key(id), Route.class);
    }

    static Decision unknown(UUID route) {
        return Decision.refuse(Reason.UNKNOWN_ROUTE, "There is no route " + route + " in your jurisdiction.");
    }

    /** Why the author may not report this; a room reports for both sides that it sees, and confirms for those that it is over. */
    static Optional<Decision> forbidden(Picture picture, Author author, Route route, TransportCommand.OnRoute c) {
        if (c instanceof TransportCommand.HandOver it) {
            return may(picture.tree(), author, route, it.side(), c.anyRoute()) ? Optional.empty()
                    : Optional.of(Decision.refuse(Reason.NOT_YOUR_SIDE,
                            "You can't confirm for the side " + it.side() + " of " + route.number() + "."));
        }
        boolean arrives = c instanceof TransportCommand.Arrive
                && may(picture.tree(), author, route, CustodySide.RECEIVING, c.anyRoute());
        return c.anyRoute() || arrives || may(picture.tree(), author, route, CustodySide.GIVING, false)
                ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.NOT_YOUR_ROUTE,
                        route.number() + " is not a route of your post, nor are you one of its officers."));
    }

    /** Whether he is of one of the two sides at all. */
    static boolean concerned(CommandTree tree, Author author, Route route) {
        return may(tree, author, route, CustodySide.GIVING, false)
                || may(tree, author, route, CustodySide.RECEIVING, false);
    }

    private static boolean may(CommandTree tree, Author author, Route route, CustodySide side, boolean room) {
        UUID post = author.post();
        if (side == CustodySide.GIVING) {
            return (room || post == null) ? tree.covers(author.unit(), route.unit()) || crew(author, route)
                    : post.equals(route.from()) || crew(author, route);
        }
        UnitCode unit = route.arrival() != null && route.arrival().unit() != null ? route.arrival().unit()
                : route.toUnit() == null ? route.unit() : route.toUnit();
        return (room || post == null) ? tree.covers(author.unit(), unit)
                : post.equals(route.to()) || post.equals(route.place());
    }

    private static boolean crew(Author author, Route route) {
        return route.departure() != null
                && route.departure().officers().stream().anyMatch(it -> author.account().equals(it.account()));
    }
}
