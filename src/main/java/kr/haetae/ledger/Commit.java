package kr.haetae.ledger;

import java.util.List;
import kr.haetae.event.Entry;

/**
 * A step of the picture, published after the commit.
 *
 * @param entries what led from {@code before} to {@code after}; empty with {@code reset}
 * @param reset the chain was replaced (a database restored from another copy): {@code before} belongs to a chain that is no
 *     longer true, everything derived from it must be made anew
 */
public record Commit<P>(P before, P after, List<Entry> entries, boolean reset) {
    public Commit {
        entries = List.copyOf(entries);
    }
}
