package kr.haetae.ledger;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import kr.haetae.event.Cursor;
import kr.haetae.event.Entry;
import kr.haetae.event.Hash;

/** Reads what comes after a head, checks it and folds it. */
final class Tail<P> {
    /**
     * @param full whether there may be more
     */
    record Page<P>(Head<P> head, List<Entry> entries, boolean full) {}

    /** The whole ledger up to the head. */
    record Whole<P>(Head<P> head, Ids ids) {}

    /** Fewer rows are cheaper to read at once than to hand to another thread. */
    private static final int AT_ONCE = 50;

    private final Context context;
    private final UUID ledger;
    private final Fold<P> fold;
    private final int pageEntries;
    private final Duration timeout;

    Tail(Context context, UUID ledger, Fold<P> fold, LedgerSettings settings) {
        this.context = context;
        this.ledger = ledger;
        this.fold = fold;
        this.pageEntries = settings.pageEntries();
        this.timeout = settings.statementTimeout();
    }

    Head<P> genesis() {
        Hash genesis = Chain.genesis(ledger);
        return Head.of(fold.empty(Cursor.of(0, genesis)), 0, genesis, Instant.EPOCH, Instant.EPOCH);
    }

    /** The next page; fails with {@link Displaced} when the head's own entry is not there, with {@link Unreadable} as said. */
    Future<Page<P>> next(SqlClient client, Head<P> head) {
        long until = head.seq() + 1 + pageEntries;
        return read(client, Math.max(1, head.seq()), until).compose(rows -> {
            List<StoredEntry> fresh = after(head, rows);
            return fresh.size() <= AT_ONCE
                    ? Future.succeededFuture(checkAndFold(head, fresh))
                    : context.executeBlocking(() -> checkAndFold(head, fresh), false);
        });
    }

    /** Everything from entry 1. */
    Future<Whole<P>> whole(SqlClient client) {
        return rest(client, new Whole<>(genesis(), new Ids()));
    }

    /** Everything after what is known: while one page is folded, the next is fetched and checked. */
    Future<Whole<P>> rest(SqlClient client, Whole<P> known) {
        return checkedPage(client, known.head().seq() + 1, known.head().hash())
                .compose(page -> whole(client, known, page));
    }

    private Future<Whole<P>> whole(SqlClient client, Whole<P> soFar, List<Link> links) {
        Future<List<Link>> following = links.size() < pageEntries ? Future.succeededFuture(List.of())
                : checkedPage(client, links.getLast().envelope().seq() + 1, links.getLast().hash());
        Future<Whole<P>> folded = context.executeBlocking(() -> extend(soFar, links), false)
                .map(Objects::requireNonNull);
        return folded.compose(far -> following.compose(
                more -> more.isEmpty() ? Future.succeededFuture(far) : whole(client, far, more)));
    }

    private Future<List<Link>> checkedPage(SqlClient client, long from, Hash previous) {
        return page(client, from)
                .compose(rows -> context.executeBlocking(() -> check(from, previous, rows), false))
                .map(Objects::requireNonNull);
    }

    private Future<List<StoredEntry>> page(SqlClient client, long from) {
        return read(client, from, from + pageEntries);
    }

    private Future<List<StoredEntry>> read(SqlClient client, long from, long until) {
        return StoredEntry.range(client, ledger, from, until).timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Whole<P> extend(Whole<P> soFar, List<Link> links) {
        Page<P> page = fold(soFar.head(), links);
        page.entries().forEach(entry -> soFar.ids().add(entry.command()));
        return new Whole<>(page.head(), soFar.ids());
    }

    private List<StoredEntry> after(Head<P> head, List<StoredEntry> rows) {
        if (head.seq() == 0) {
            return rows;
        }
        if (rows.isEmpty() || !same(head, rows.getFirst())) {
            throw new Displaced(head.seq());
        }
        return rows.subList(1, rows.size());
    }

    private boolean same(Head<P> head, StoredEntry row) {
        return row.seq() == head.seq() && Arrays.equals(row.hash(), head.hash().bytes());
    }

    private List<Link> check(long first, Hash previous, List<StoredEntry> rows) {
        Hash hash = previous;
        List<Link> links = new ArrayList<>(rows.size());
        for (StoredEntry row : rows) {
            Link link = Link.read(ledger, first + links.size(), hash, row);
            hash = link.hash();
            links.add(link);
        }
        return links;
    }

    private Page<P> fold(Head<P> from, List<Link> links) {
        P picture = from.picture();
        List<Entry> entries = new ArrayList<>(links.size());
        for (Link link : links) {
            Entry entry = link.entry();
            picture = evolve(picture, entry);
            entries.add(entry);
        }
        boolean full = links.size() >= pageEntries;
        return entries.isEmpty() ? new Page<>(from, entries, full)
                : new Page<>(Head.at(picture, entries.getLast()), entries, full);
    }

    private Page<P> checkAndFold(Head<P> from, List<StoredEntry> rows) {
        return fold(from, check(from.seq() + 1, from.hash(), rows));
    }

    private P evolve(P picture, Entry entry) {
        try {
            return fold.evolve(picture, entry);
        } catch (RuntimeException e) {
            throw new Unreadable(entry.seq(), "it can't be folded: " + e);
        }
    }
}
