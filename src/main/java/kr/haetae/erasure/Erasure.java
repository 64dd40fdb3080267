package kr.haetae.erasure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import kr.haetae.event.ErasureBasis;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * The last request to destroy the words of one entry. Why is said only to whoever may see the entry, so it is not sent to screens.
 *
 * @param entry seq of the entry
 * @param root the operation's highest unit, whose alone this is
 * @param subject key of the entity in whose history it stands
 * @param decidedBy who erased or refused it
 */
public record Erasure(
        @JsonIgnore long entry,
        @JsonIgnore UnitCode root,
        String subject,
        @JsonIgnore String reason,
        ErasureBasis basis,
        ErasureState state,
        Instant requestedAt,
        Person requestedBy,
        @Nullable Instant decidedAt,
        @Nullable Person decidedBy)
        implements
            Entity {
    public static final String KIND = "erasure";

    public static Key key(long entry) {
        return new Key(KIND, Long.toString(entry));
    }

    @Override
    public Key key() {
        return key(entry);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(root);
    }

    @Override
    public Contribution contribution() {
        return state == ErasureState.REQUESTED ? Contribution.of("erasures.requested") : Contribution.NONE;
    }

    Erasure decided(ErasureState how, Instant at, Person by) {
        return new Erasure(entry, root, subject, reason, basis, how, requestedAt, requestedBy, at, by);
    }
}
