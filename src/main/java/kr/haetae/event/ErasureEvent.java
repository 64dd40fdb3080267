package kr.haetae.event;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/** What happens to the words of earlier entries. {@code seq} is the entry that they stand in. */
public sealed interface ErasureEvent extends Event.Operational {
    long seq();

    /**
     * Somebody wants them destroyed.
     *
     * @param subject key of the entity in whose history the entry stands, such as {@code incident/<uuid>}
     */
    record ErasureRequested(long seq, String subject, String reason, ErasureBasis basis, Person by)
            implements
                ErasureEvent {}

    /** They stay; whoever asked may also take it back so. */
    record ErasureRefused(long seq, String subject, String reason, Person by) implements ErasureEvent {}

    /**
     * They are gone: with this entry the body of entry {@code seq} was destroyed.
     *
     * @param redacted what is left of that entry, and stands for it from now on
     * @param by another person than {@code requestedBy}
     */
    record EntryErased(
            long seq,
            String subject,
            @JsonSerialize(using = RedactedForm.Out.class) @JsonDeserialize(using = RedactedForm.In.class) Event redacted,
            String reason,
            ErasureBasis basis,
            Person requestedBy,
            Person by)
            implements
                ErasureEvent {}
}
