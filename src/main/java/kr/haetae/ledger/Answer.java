package kr.haetae.ledger;

import java.util.List;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;

/** What became of a submission. */
public sealed interface Answer {
    /**
     * It is on disk.
     *
     * @param entries the command's, in the order of their parts
     * @param repeated whether an earlier submission of the same id made them
     */
    record Done(List<Entry> entries, boolean repeated) implements Answer {
        public Done {
            entries = List.copyOf(entries);
        }
    }

    /** It was decided against, on a picture that is committed and was confirmed to be the newest; no entry was made. */
    record Refused(Decision.Refused refusal) implements Answer {}

    /** The id was used by another account or with another request; nothing else may be said about that. */
    record Reused() implements Answer {}
}
