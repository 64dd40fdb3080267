package kr.haetae.ledger;

import java.util.Optional;
import kr.haetae.event.Cursor;
import kr.haetae.event.Entry;
import kr.haetae.event.OperationClock;

/** How the entries of a ledger make a picture. Pure, total and synchronous; pictures are immutable. */
public interface Fold<P> {
    /** The picture of a ledger without entries; {@code genesis} is its cursor. */
    P empty(Cursor genesis);

    /** The picture after one more entry. One that throws stops the ledger: an entry that can't be folded is never skipped. */
    P evolve(P picture, Entry entry);

    /** The clock that stamps the next entry; before the first entry too, for no time is ever before an earlier entry's. */
    OperationClock clock(P picture);

    /** How its pictures are kept for the next start; empty when every start folds the whole ledger. */
    default Optional<SnapshotForm<P>> snapshots() {
        return Optional.empty();
    }
}
