package kr.haetae.ledger;

import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import kr.haetae.event.Hash;

/** Answers commands whose id is in the chain already, from the chain. */
final class Repeats<P> {
    private final SqlClient client;
    private final UUID ledger;
    private final Duration timeout;

    Repeats(SqlClient client, UUID ledger, Duration timeout) {
        this.client = client;
        this.ledger = ledger;
        this.timeout = timeout;
    }

    /** Reads the command's entries back; no answer from the database, or no entry, leaves the outcome unknown. */
    void answer(Pending<P> pending) {
        UUID command = pending.submission().command();
        pending.markFound();
        StoredEntry.command(client, ledger, command)
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(read -> {
                    if (read.failed() || read.result().isEmpty()) {
                        pending.fail(new OutcomeUnknown(command));
                    } else {
                        answer(pending, read.result());
                    }
                });
    }

    private void answer(Pending<P> pending, List<StoredEntry> rows) {
        try {
            List<Link> links = rows.stream().map(row -> Link.decode(ledger, row, Hash.ofBytes(row.hash()))).toList();
            Envelope first = links.getFirst().envelope();
            boolean same = first.account().equals(pending.submission().account())
                    && first.request().equals(pending.submission().request());
            pending.answer(same
                    ? new Answer.Done(links.stream().map(Link::entry).toList(), !pending.sent())
                    : new Answer.Reused());
        } catch (RuntimeException e) {
            pending.fail(e);
        }
    }
}
