package kr.haetae.feed;

/** A session's place in a view. */
record Seat(OperationFeed feed, Viewing viewing, Session session) {
    void leave() {
        feed.leave(viewing, session);
    }

    void drained() {
        feed.drained(viewing, session);
    }
}
