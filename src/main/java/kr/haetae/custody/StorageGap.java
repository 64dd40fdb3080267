package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Person;
import kr.haetae.event.StorageGapFound;
import kr.haetae.event.StorageGapKind;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * One gap in the watch over a storage.
 *
 * @param until when it ended; absent while it lasts
 * @param explanation what somebody answerable said of it
 */
public record StorageGap(
        @JsonIgnore UUID gap,
        UUID post,
        UnitCode unit,
        StorageGapKind gapKind,
        @Nullable String camera,
        Instant since,
        @Nullable Instant until,
        Instant foundAt,
        @Nullable String explanation,
        @Nullable Person explainedBy,
        @Nullable Instant explainedAt)
        implements
            Entity {
    public static final String KIND = "storage-gap";

    public static Key key(UUID gap) {
        return new Key(KIND, gap.toString());
    }

    /** What is found broken is not a span of time. */
    static StorageGap found(StorageGapFound found, UnitCode unit, Instant at) {
        return new StorageGap(found.gap(), found.post(), unit, found.kind(), found.camera(), found.since(),
                found.kind().needsExplanation() ? found.since() : null, at, null, null, null);
    }

    @Override
    public Key key() {
        return key(gap);
    }

    /** Open ones are everybody's above; later the station's, and whoever looks them up. */
    @Override
    public Audience audience() {
        Audience upwards = Audience.upwards(unit);
        return open() ? upwards : upwards.from(UnitKind.STATION);
    }

    @Override
    public Contribution contribution() {
        return open() ? Contribution.of("storages.gaps") : Contribution.NONE;
    }

    /** Whether somebody must still do something about it. */
    public boolean open() {
        return until == null || (gapKind.needsExplanation() && explainedBy == null);
    }

    StorageGap of(UnitCode now) {
        return new StorageGap(gap, post, now, gapKind, camera, since, until, foundAt, explanation, explainedBy,
                explainedAt);
    }

    /** A round that was made in time and told of late ends it where it began. */
    StorageGap ended(Instant at) {
        return new StorageGap(gap, post, unit, gapKind, camera, since, at.isBefore(since) ? since : at, foundAt,
                explanation, explainedBy, explainedAt);
    }

    StorageGap explained(String text, Person by, Instant at) {
        return new StorageGap(gap, post, unit, gapKind, camera, since, until, foundAt, text, by, at);
    }

    StorageGap saying(String text) {
        return new StorageGap(gap, post, unit, gapKind, camera, since, until, foundAt, text, explainedBy, explainedAt);
    }
}
