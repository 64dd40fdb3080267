package kr.haetae.custody;

import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.Decision;
import kr.haetae.event.DiscrepancyState;
import kr.haetae.event.OperationState;
import kr.haetae.event.Reason;
import kr.haetae.picture.Picture;

/** Decides how discrepancies are explained and accepted, and that alarms are taken note of. */
final class Settlements {
    private Settlements() {}

    static Decision decide(Picture picture, Author author, TransportCommand.Explain c) {
        Optional<Discrepancy> found = standing(picture, author, c.discrepancy());
        if (found.isEmpty()) {
            return unknown(c.discrepancy());
        }
        Discrepancy it = found.get();
        if (!c.anyRoute() && picture.find(Route.key(it.route()), Route.class)
                .filter(route -> Standing.concerned(picture.tree(), author, route)).isEmpty()) {
            return Decision.refuse(Reason.NOT_YOUR_ROUTE, it.number() + " is not a route of yours.");
        }
        if (it.state() == DiscrepancyState.ACCEPTED) {
            return Decision.refuse(Reason.ALREADY_THERE, "It was explained, and that was accepted.");
        }
        return Decision.accept(
                new CustodyEvent.DiscrepancyExplained(c.discrepancy(), it.route(), c.text(), author.person()));
    }

    static Decision decide(Picture picture, Author author, TransportCommand.Accept c) {
        Optional<Discrepancy> found = standing(picture, author, c.discrepancy());
        if (found.isEmpty()) {
            return unknown(c.discrepancy());
        }
        Discrepancy it = found.get();
        Discrepancy.Answer answer = it.answer();
        if (it.state() == DiscrepancyState.ACCEPTED) {
            return Decision.refuse(Reason.ALREADY_THERE, "It is accepted already.");
        }
        if (answer == null) {
            return Decision.refuse(Reason.NOT_EXPLAINED, "Nobody has explained it yet.");
        }
        if (author.account().equals(answer.by().account())) {
            return Decision.refuse(Reason.ANOTHER_PERSON_NEEDED,
                    "You explained it yourself; another commander accepts that.");
        }
        return Decision.accept(new CustodyEvent.DiscrepancyAccepted(c.discrepancy(), it.route(), author.person()));
    }

    static Decision decide(Picture picture, Author author, TransportCommand.Acknowledge c) {
        if (!picture.tree().covers(author.unit(), c.unit())) {
            return Decision.refuse(Reason.OUTSIDE_JURISDICTION,
                    c.unit() + " is outside your jurisdiction " + author.unit() + ".");
        }
        Optional<Overdue> alarm = picture.find(Overdue.key(c.unit()), Overdue.class);
        if (alarm.isEmpty()) {
            return Decision.refuse(Reason.NOTHING_OVERDUE, "No route of " + c.unit() + " is overdue.");
        }
        return alarm.get().acknowledgedAt() != null
                ? Decision.refuse(Reason.ALREADY_THERE,
                        "Somebody took note of it at " + alarm.get().acknowledgedAt() + ".")
                : Decision.accept(new CustodyEvent.OverdueAcknowledged(c.unit(), c.note(), author.person()));
    }

    /** Also of an operation that is over: much is explained the morning after. */
    private static Optional<Discrepancy> standing(Picture picture, Author author, UUID id) {
        return picture.operation().filter(it -> it.state() != OperationState.PREPARED)
                .flatMap(it -> picture.visible(author, Discrepancy.key(id), Discrepancy.class));
    }

    private static Decision unknown(UUID id) {
        return Decision.refuse(Reason.UNKNOWN_DISCREPANCY,
                "There is no discrepancy " + id + " in your jurisdiction.");
    }
}
