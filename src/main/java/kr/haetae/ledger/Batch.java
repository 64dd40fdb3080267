package kr.haetae.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Event;
import kr.haetae.event.EventCodec;

/**
 * The commands of one append. Each decides on the tentative picture that those before it made; nothing of it is seen until the
 * append is committed.
 */
final class Batch<P> {
    /** What a command comes to, if the append succeeds. */
    sealed interface Outcome {
        record Accepted(List<Entry> entries) implements Outcome {}

        record Refused(Decision.Refused refusal) implements Outcome {}

        record Thrown(Throwable failure) implements Outcome {}
    }

    record Decided<P>(Pending<P> pending, Outcome outcome) {}

    private final UUID ledger;
    private final Fold<P> fold;
    private final Head<P> base;
    private final Salts salts;
    private final List<Decided<P>> decided = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private Head<P> tentative;
    private int acceptedCommands;
    private long bytes;

    Batch(UUID ledger, Fold<P> fold, Head<P> base, Salts salts) {
        this.salts = salts;
        this.ledger = ledger;
        this.fold = fold;
        this.base = base;
        this.tentative = base;
    }

    /** Decides one more command; one that throws changes nothing. */
    void decide(Pending<P> pending, Instant now) {
        decided.add(new Decided<>(pending, outcome(pending.submission(), now)));
    }

    Head<P> base() {
        return base;
    }

    /** The head, once this is committed. */
    Head<P> tentative() {
        return tentative;
    }

    List<Link> links() {
        return links;
    }

    /** Whether an entry of it destroys the body of an earlier one. */
    boolean erases() {
        return links.stream().anyMatch(link -> link.event() instanceof ErasureEvent.EntryErased);
    }

    List<Entry> entries() {
        return links.stream().map(Link::entry).toList();
    }

    List<Decided<P>> decided() {
        return decided;
    }

    List<Pending<P>> pendings() {
        return decided.stream().map(Decided::pending).toList();
    }

    int acceptedCommands() {
        return acceptedCommands;
    }

    long bytes() {
        return bytes;
    }

    private Outcome outcome(Submission<P> submission, Instant now) {
        try {
            Instant realAt = later(tentative.realAt(), now.truncatedTo(ChronoUnit.MICROS));
            Instant shown = fold.clock(tentative.picture()).at(realAt).truncatedTo(ChronoUnit.MICROS);
            Instant at = later(tentative.at(), shown);
            return switch (submission.decide().apply(tentative.picture(), at)) {
                case Decision.Accepted(List<Event> events) ->
                    new Outcome.Accepted(append(submission, events, at, realAt));
                case Decision.Refused refused -> new Outcome.Refused(refused);
            };
        } catch (RuntimeException | StackOverflowError e) {
            return new Outcome.Thrown(e);
        }
    }

    private List<Entry> append(Submission<P> submission, List<Event> events, Instant at, Instant realAt) {
        Head<P> head = tentative;
        List<Link> added = new ArrayList<>(events.size());
        List<Entry> entries = new ArrayList<>(events.size());
        for (Event event : events) {
            Link link = forge(submission, head, event, added.size(), at, realAt);
            Entry entry = link.entry();
            added.add(link);
            entries.add(entry);
            head = Head.at(fold.evolve(head.picture(), entry), entry);
        }
        tentative = head;
        links.addAll(added);
        acceptedCommands++;
        bytes += added.stream().mapToLong(Link::length).sum();
        return entries;
    }

    private Link forge(Submission<P> from, Head<P> head, Event event, int part, Instant at, Instant realAt) {
        byte[] body = EventCodec.encode(event);
        byte[] salt = salts.next();
        Envelope envelope = new Envelope(
                ledger,
                head.seq() + 1,
                at,
                realAt,
                from.command(),
                part,
                from.request(),
                from.account(),
                from.unit(),
                EventCodec.type(event),
                EventCodec.version(event),
                Chain.commitment(salt, body));
        return Link.forge(head.hash(), envelope, salt, body, event);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
