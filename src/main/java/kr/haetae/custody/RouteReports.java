package kr.haetae.custody;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.haetae.event.Author;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.CustodySide;
import kr.haetae.event.Decision;
import kr.haetae.event.DiscrepancyKind;
import kr.haetae.event.Occurrence;
import kr.haetae.event.Person;
import kr.haetae.event.Reason;
import kr.haetae.event.TransportState;
import kr.haetae.picture.Picture;

/** Decides what is reported of a route on its day: what real life can produce is recorded, and found to be a discrepancy. */
final class RouteReports {
    /** Two officers in uniform go with ballot boxes. Source: domain notes, "Custody of ballots" (H). */
    private static final int OFFICERS = 2;

    private final Picture picture;
    private final Author author;
    private final Route route;
    private final Gazetteer sites;
    private final Findings findings;

    private RouteReports(Picture picture, Author author, Route route, Gazetteer sites, Findings findings) {
        this.picture = picture;
        this.author = author;
        this.route = route;
        this.sites = sites;
        this.findings = findings;
    }

    static Decision decide(Picture picture, Instant at, Author author, TransportCommand.OnRoute command,
            Gazetteer sites) {
        Optional<Route> found = Standing.route(picture, author, command.route());
        if (found.isEmpty()) {
            return Standing.unknown(command.route());
        }
        Route route = found.get();
        return Standing.forbidden(picture, author, route, command)
                .or(() -> Occurrence.untimely(at, command.at(), "/occurredAt"))
                .or(() -> cancelled(route))
                .orElseGet(() -> new RouteReports(picture, author, route, sites, new Findings(command.command()))
                        .decide(command));
    }

    private static Optional<Decision> cancelled(Route route) {
        return route.state() != TransportState.CANCELLED ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.ROUTE_CANCELLED, route.number()
                        + " was cancelled; have another route planned."));
    }

    private Decision decide(TransportCommand.OnRoute command) {
        return switch (command) {
            case TransportCommand.Depart c -> depart(c);
            case TransportCommand.Pass c -> pass(c);
            case TransportCommand.Stop c -> stop(c);
            case TransportCommand.Resume c -> resume(c);
            case TransportCommand.Arrive c -> arrive(c);
            case TransportCommand.HandOver c -> handOver(c);
        };
    }

    private Decision depart(TransportCommand.Depart c) {
        if (route.departure() != null) {
            return Decision.refuse(Reason.TRANSPORT_DEPARTED,
                    route.number() + " left at " + route.departure().at() + " already.");
        }
        long officers = c.officers().stream().map(RouteReports::who).distinct().count();
        if (officers < OFFICERS) {
            findings.add(DiscrepancyKind.ONE_OFFICER, List.of(Integer.toString(OFFICERS)),
                    List.of(Long.toString(officers)));
        }
        if (c.commissionStaff() == 0) {
            findings.add(DiscrepancyKind.NO_COMMISSION_STAFF, List.of("1"), List.of("0"));
        }
        if (route.arrival() != null) {
            findings.inOrder(c.at(), route.arrival().at());
        }
        new Sightings(picture, route, findings).compare(c.boxes());
        return Decision.accept(new CustodyEvent.TransportDeparted(c.route(), c.at(), c.boxes(), c.officers(),
                c.commissionStaff(), c.vehicle(), findings.all(), author.person()));
    }

    private Decision pass(TransportCommand.Pass c) {
        begun(c.at());
        if (route.arrival() != null && c.at().isAfter(route.arrival().at())) {
            findings.add(DiscrepancyKind.OUT_OF_ORDER, List.of(route.arrival().at().toString()),
                    List.of(c.at().toString()));
        }
        new Course(route, sites, findings).check(c);
        return Decision.accept(new CustodyEvent.TransportCheckpointPassed(c.route(), c.place(), c.position(), c.at(),
                findings.all(), author.person()));
    }

    private Decision stop(TransportCommand.Stop c) {
        if (route.state() == TransportState.STOPPED || over(c.at())) {
            return illegal("stop");
        }
        begun(c.at());
        return Decision.accept(new CustodyEvent.TransportStopped(c.route(), c.reason(), c.at(), findings.all(),
                author.person()));
    }

    private Decision resume(TransportCommand.Resume c) {
        if (route.state() != TransportState.STOPPED && (route.arrival() == null || over(c.at()))) {
            return illegal("go on");
        }
        if (route.stop() != null) {
            findings.inOrder(route.stop().at(), c.at());
        }
        return Decision.accept(new CustodyEvent.TransportResumed(c.route(), c.at(), findings.all(), author.person()));
    }

    private Decision arrive(TransportCommand.Arrive c) {
        if (route.arrival() != null) {
            return Decision.refuse(Reason.TRANSPORT_ARRIVED,
                    route.number() + " arrived at " + route.arrival().at() + " already.");
        }
        Optional<Gazetteer.Site> place = Optional.ofNullable(c.post()).or(() -> Optional.ofNullable(route.to()))
                .flatMap(sites::site);
        if (c.post() != null && place.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN_POST, "There is no post " + c.post() + ".", "/post");
        }
        begunBefore(c.at());
        if (route.to() != null && c.post() != null && !c.post().equals(route.to())) {
            findings.add(DiscrepancyKind.WRONG_PLACE, List.of(route.toName()), List.of(place.orElseThrow().name()));
        }
        new Sightings(picture, route, findings).compare(c.boxes());
        return Decision.accept(new CustodyEvent.TransportArrived(c.route(),
                place.map(Gazetteer.Site::post).orElse(route.to()),
                place.map(Gazetteer.Site::name).orElse(route.toName()),
                place.map(Gazetteer.Site::unit).orElse(route.toUnit()), c.at(), c.boxes(), findings.all(),
                author.person()));
    }

    private Decision handOver(TransportCommand.HandOver c) {
        Person who = c.who() == null ? author.person() : c.who();
        CustodySide opposite = c.side() == CustodySide.GIVING ? CustodySide.RECEIVING : CustodySide.GIVING;
        Route.Confirmation other = route.of(opposite);
        if (other != null && who(other.by()).equals(who(who))) {
            return Decision.refuse(Reason.ANOTHER_PERSON_NEEDED, "You confirmed for the other side; somebody else "
                    + "confirms for this one, or is named by the room that enters it.");
        }
        Route.Confirmation former = route.of(c.side());
        Sightings sightings = new Sightings(picture, route, findings);
        sightings.compare(c.boxes());
        if (former != null) {
            if (who(former.by()).equals(who(who)) && findings.all().isEmpty()) {
                return Decision.refuse(Reason.TRANSPORT_HANDED_OVER,
                        "This side confirmed at " + former.at() + " already.");
            }
            findings.add(DiscrepancyKind.HANDED_OVER_TWICE, List.of(who(former.by())), List.of(who(who)));
        }
        if (route.arrival() == null) {
            begunBefore(c.at());
        } else {
            findings.inOrder(route.arrival().at(), c.at());
        }
        return Decision.accept(new CustodyEvent.TransportHandedOver(c.route(), c.side(), c.at(), c.boxes(), c.who(),
                findings.all(), author.person()));
    }

    /** It ought to have left before. */
    private void begun(Instant at) {
        if (route.planned()) {
            findings.add(DiscrepancyKind.OUT_OF_ORDER, List.of(TransportState.MOVING.name()),
                    List.of(TransportState.PLANNED.name()));
        } else if (route.departure() != null) {
            findings.inOrder(route.departure().at(), at);
        }
    }

    private void begunBefore(Instant arrivedAt) {
        if (route.departure() == null) {
            findings.add(DiscrepancyKind.ARRIVED_WITHOUT_DEPARTURE, List.of(), List.of(arrivedAt.toString()));
        } else {
            findings.inOrder(route.departure().at(), arrivedAt);
        }
    }

    /** What is told late, of before the arrival, is still taken. */
    private boolean over(Instant at) {
        return route.arrival() != null && !at.isBefore(route.arrival().at());
    }

    private Decision illegal(String what) {
        return Decision.refuse(Reason.ILLEGAL_TRANSITION,
                route.number() + " is " + route.state() + "; it can't " + what + " now.");
    }

    /** An account, else a name. */
    private static String who(Person person) {
        return person.account() != null ? person.account().toString() : String.valueOf(person.name());
    }
}
