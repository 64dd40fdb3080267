package kr.haetae.picture;

import kr.haetae.event.Entry;

/**
 * One capability's part of the fold: changes the draft by an entry, and leaves alone what is not its own. Pure and total: what the
 * ledger holds has happened, so it never refuses.
 */
@FunctionalInterface
public interface Evolution {
    void apply(Draft draft, Entry entry);
}
