package kr.haetae.ledger;

import java.util.List;
import kr.haetae.event.Entry;

/**
 * What was found in a stretch of a ledger.
 *
 * @param entries newest first
 * @param from the oldest seq that was looked at; go on before it
 */
public record Window(List<Entry> entries, long from) {
    /** The entries before a seq, so many of them. */
    record Span(long before, int entries) {}

    public Window {
        entries = List.copyOf(entries);
    }
}
