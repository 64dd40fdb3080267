package kr.haetae.load;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** A log-in that some screens share; it happens when the first of them needs it. */
final class Ticket {
    private final Requests requests;
    private final Terms.Account account;
    private int places;
    private @Nullable Future<String> token;

    Ticket(Requests requests, Terms.Account account, int places) {
        this.requests = requests;
        this.account = account;
        this.places = places;
    }

    /** Takes a place for a screen of this account, if there is one. */
    boolean serves(Terms.Account who) {
        return who.equals(account) && --places > 0;
    }

    synchronized Future<String> token() {
        Future<String> known = token;
        if (known == null || known.failed()) {
            known = requests.logIn(account);
            token = known;
        }
        return known;
    }
}
