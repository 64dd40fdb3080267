package kr.haetae.http;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import kr.haetae.event.Entry;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;

/** The histories of entities, read from the ledger. */
final class Traces {
    /** The ledger reads so many at a time at most. */
    private static final int ENTRIES_AT_A_TIME = 1_000;

    private Traces() {}

    /** The entries of a trace, however long, oldest first. */
    static Future<List<Entry>> read(Ledger<Picture> ledger, List<Long> trace) {
        Future<List<Entry>> history = Future.succeededFuture(new ArrayList<>());
        for (int from = 0; from < trace.size(); from += ENTRIES_AT_A_TIME) {
            List<Long> page = trace.subList(from, Math.min(trace.size(), from + ENTRIES_AT_A_TIME));
            history = history.compose(sofar -> ledger.entries(page).map(more -> {
                sofar.addAll(more);
                return sofar;
            }));
        }
        return history;
    }
}
