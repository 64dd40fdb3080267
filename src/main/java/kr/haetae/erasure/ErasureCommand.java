package kr.haetae.erasure;

import kr.haetae.event.ErasureBasis;
import kr.haetae.event.Event;

/** What one can ask for concerning the words of one entry. */
public sealed interface ErasureCommand {
    long seq();

    /** @param subject key of the entity in whose history the entry stands */
    record Request(long seq, String subject, String reason, ErasureBasis basis) implements ErasureCommand {}

    /** @param left what stays of the entry */
    record Approve(long seq, Event left) implements ErasureCommand {}

    record Refuse(long seq, String reason) implements ErasureCommand {}
}
