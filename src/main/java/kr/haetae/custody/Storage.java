package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.event.StorageSettings;
import kr.haetae.event.StorageState;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * A storage of early votes (사전투표함 보관소) as every screen shows it; its seals and cameras are its {@link StorageDetail}.
 *
 * @param openedAt when the watch began, last
 * @param roundDue by when the next round must be made; absent while nothing is watched
 * @param sealsIntact what the last check found; absent before the first
 * @param inside how many people are in it
 * @param roundGap the gap of the round that is missed, while one is
 * @param sealGap likewise of the seals' check
 * @param gaps how many gaps are open
 * @param lastGap the newest gap, open or not
 */
public record Storage(
        @JsonIgnore UUID post,
        UnitCode unit,
        StorageState state,
        int boxes,
        @Nullable Instant openedAt,
        @Nullable Instant lastRound,
        @Nullable Instant roundDue,
        @Nullable Instant lastSealCheck,
        @Nullable Boolean sealsIntact,
        @Nullable Instant sealCheckDue,
        CameraCount cameras,
        int inside,
        @Nullable UUID roundGap,
        @Nullable UUID sealGap,
        int gaps,
        @Nullable UUID lastGap)
        implements
            Entity {
    public static final String KIND = "storage";

    /** @param unknown whose system is silent */
    public record CameraCount(int up, int down, int unknown) {
        static final CameraCount NONE = new CameraCount(0, 0, 0);
    }

    public static Key key(UUID post) {
        return new Key(KIND, post.toString());
    }

    static Storage placed(UUID post, UnitCode unit) {
        return new Storage(post, unit, StorageState.IDLE, 0, null, null, null, null, null, null, CameraCount.NONE, 0,
                null, null, 0, null);
    }

    @Override
    public Key key() {
        return key(post);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit);
    }

    @Override
    public Contribution contribution() {
        Map<String, Long> figures = new HashMap<>(Map.of("storages.total", 1L));
        if (watched()) {
            figures.put("storages.watched", 1L);
            count(figures, "storages.boxes", boxes);
            count(figures, "storages.roundMissed", roundGap == null ? 0 : 1);
        }
        return Contribution.of(figures);
    }

    private static void count(Map<String, Long> figures, String name, long amount) {
        if (amount != 0) {
            figures.put(name, amount);
        }
    }

    /** The earliest that somebody could be missed for; what is missed already is not missed again. */
    @Override
    public @Nullable Instant timedFrom() {
        return Stream.of(roundGap == null ? roundDue : null, sealGap == null ? sealCheckDue : null)
                .flatMap(Stream::ofNullable).min(Instant::compareTo).orElse(null);
    }

    boolean watched() {
        return state == StorageState.WATCHED;
    }

    Storage of(UnitCode now) {
        return new Storage(post, now, state, boxes, openedAt, lastRound, roundDue, lastSealCheck, sealsIntact,
                sealCheckDue, cameras, inside, roundGap, sealGap, gaps, lastGap);
    }

    /** From its opening on both clocks run. */
    Storage opened(int with, Instant at, StorageSettings by) {
        return new Storage(post, unit, StorageState.WATCHED, with, at, null, null, null, null, null, cameras, inside,
                null, null, gaps, lastGap).timed(by);
    }

    Storage cleared() {
        return new Storage(post, unit, StorageState.CLEARED, 0, openedAt, lastRound, null, lastSealCheck, sealsIntact,
                null, cameras, inside, null, null, gaps, lastGap);
    }

    Storage holding(int now) {
        return new Storage(post, unit, state, now, openedAt, lastRound, roundDue, lastSealCheck, sealsIntact,
                sealCheckDue, cameras, inside, roundGap, sealGap, gaps, lastGap);
    }

    /** A round that is told of late does not put the clock back. */
    Storage round(Instant at, StorageSettings by) {
        return new Storage(post, unit, state, boxes, openedAt, later(lastRound, at), roundDue, lastSealCheck,
                sealsIntact, sealCheckDue, cameras, inside, null, sealGap, gaps, lastGap).timed(by);
    }

    Storage sealsChecked(Instant at, boolean intact, StorageSettings by) {
        boolean newest = lastSealCheck == null || !at.isBefore(lastSealCheck);
        return new Storage(post, unit, state, boxes, openedAt, lastRound, roundDue, later(lastSealCheck, at),
                newest ? (Boolean) intact : sealsIntact, sealCheckDue, cameras, inside, roundGap, null, gaps,
                lastGap).timed(by);
    }

    Storage seen(CameraCount now) {
        return new Storage(post, unit, state, boxes, openedAt, lastRound, roundDue, lastSealCheck, sealsIntact,
                sealCheckDue, now, inside, roundGap, sealGap, gaps, lastGap);
    }

    /** {@code people}: less than 0 when they left. */
    Storage entered(int people) {
        return new Storage(post, unit, state, boxes, openedAt, lastRound, roundDue, lastSealCheck, sealsIntact,
                sealCheckDue, cameras, inside + people, roundGap, sealGap, gaps, lastGap);
    }

    Storage missing(@Nullable UUID round, @Nullable UUID seals) {
        return new Storage(post, unit, state, boxes, openedAt, lastRound, roundDue, lastSealCheck, sealsIntact,
                sealCheckDue, cameras, inside, round, seals, gaps, lastGap);
    }

    Storage gaps(int open, @Nullable UUID newest) {
        return new Storage(post, unit, state, boxes, openedAt, lastRound, roundDue, lastSealCheck, sealsIntact,
                sealCheckDue, cameras, inside, roundGap, sealGap, open, newest);
    }

    /** When what is due next is due, by these settings. */
    Storage timed(StorageSettings by) {
        Instant from = openedAt;
        if (!watched() || from == null) {
            return this;
        }
        return new Storage(post, unit, state, boxes, openedAt, lastRound,
                later(lastRound, from).plus(Duration.ofMinutes(by.roundMinutes())), lastSealCheck, sealsIntact,
                later(lastSealCheck, from).plus(Duration.ofMinutes(by.sealCheckMinutes())), cameras, inside, roundGap,
                sealGap, gaps, lastGap);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
