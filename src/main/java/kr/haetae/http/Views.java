package kr.haetae.http;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Set;
import kr.haetae.auth.Actor;
import kr.haetae.event.Commission;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Head;
import kr.haetae.ledger.Ledger;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;

/** What a caller may look at, and the picture that is at least as new as what the caller has seen. */
final class Views {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Views() {}

    static Set<Clearance> clearances(Actor actor) {
        return actor.clearances();
    }

    static View own(Actor actor) {
        return new View(actor.unit(), clearances(actor));
    }

    /** The view of a unit inside the caller's jurisdiction; 403 outside, 404 unknown. */
    static View of(Call call, Picture picture, UnitCode scope) {
        if (!picture.tree().contains(scope) && Commission.of(scope).isEmpty()) {
            throw Problem.absent("unknown-unit", "There is no unit " + scope + ".").exception();
        }
        if (!picture.tree().covers(call.actor().unit(), scope)) {
            throw Problem.forbidden("outside-jurisdiction",
                    "Unit " + scope + " is outside your jurisdiction " + call.actor().unit() + ".").exception();
        }
        return new View(scope, clearances(call.actor()));
    }

    /** The picture, once it holds what the client has seen. */
    static Future<Head<Picture>> seen(Call call, Ledger<Picture> ledger) {
        return call.seen().map(cursor -> ledger.reached(cursor, PATIENCE))
                .orElseGet(() -> Future.succeededFuture(ledger.head()));
    }
}
