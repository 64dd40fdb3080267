package kr.haetae.picture;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.CameraSeen;
import kr.haetae.event.Cordon;
import kr.haetae.event.CordonStrength;
import kr.haetae.event.CountingEvent;
import kr.haetae.event.CountingStage;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.NamedId;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PostKind;
import kr.haetae.event.StorageEvent;
import kr.haetae.event.StorageGapFound;
import kr.haetae.event.StorageGapKind;
import kr.haetae.event.StorageSettings;
import kr.haetae.event.StorageVisitor;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What a random story tells of storages and counting centres: also in an order that no decision would let through. */
public final class SiteSteps {
    private static final List<String> SEALS = List.of("101", "102");
    private static final UUID SYSTEM = new UUID(9, 1);

    private SiteSteps() {}

    public static UUID storage(int number) {
        return NamedId.of(Story.OPERATION, "storage" + number);
    }

    public static UUID centre(int number) {
        return NamedId.of(Story.OPERATION, "centre" + number);
    }

    public static void place(Story story, UUID post, PostKind kind, UnitCode unit) {
        story.tell(new Event.PostsPlaced("list", List.of(new PlacedPost(post, kind, "장소", unit, Jurisdiction.MAPPED,
                List.of(), "서울", "강남구", null, null, null, null, null))));
    }

    static void take(Story story, Stories.Step step) {
        UnitCode unit = Story.STATIONS.get(step.station());
        int which = step.which() % 3;
        Instant at = Story.START.plusSeconds(60L * story.length());
        switch (step.what()) {
            case 54 -> place(story, step.code() > 2 ? centre(which) : storage(which),
                    step.code() > 2 ? PostKind.COUNTING_CENTRE : PostKind.BALLOT_STORAGE, unit);
            case 55 -> watch(story, storage(which), step.which() + step.code(), at);
            case 56 -> missed(story, storage(which), unit, step.which() + step.code(), at);
            default -> count(story, centre(which), step, at);
        }
    }

    private static void watch(Story story, UUID post, int what, Instant at) {
        story.tell(switch (what % 7) {
            case 0 -> new StorageEvent.StorageOpened(post, 3, SEALS, 2, null, at, List.of(), Story.SOMEBODY);
            case 1 -> new StorageEvent.StorageBoxesChanged(post, what, SEALS, "입고", at, Story.SOMEBODY);
            case 2 -> new StorageEvent.StorageCleared(post, null, at, Story.SOMEBODY);
            case 3 -> new StorageEvent.StorageRoundMade(post, null, at, Story.SOMEBODY);
            case 4 -> new StorageEvent.SealChecked(NamedId.of(post, "check" + what), post, Story.GANGNAM, SEALS, true,
                    null, at, List.of(gap(post, StorageGapKind.SEAL_CHANGED, null, at)), Story.SOMEBODY);
            case 5 -> new StorageEvent.AccessEntered(NamedId.of(post, "in" + what), post, Story.GANGNAM,
                    StorageVisitor.COMMISSION, 2, "투입", at, Story.SOMEBODY);
            default -> new StorageEvent.AccessLeft(NamedId.of(post, "in5"), post, at, Story.SOMEBODY);
        });
    }

    private static void missed(Story story, UUID post, UnitCode unit, int what, Instant at) {
        String camera = "카메라" + what % 2;
        StorageGapFound down = gap(post, StorageGapKind.CAMERA_DOWN, camera, at);
        story.tell(switch (what % 7) {
            case 0 -> new StorageEvent.StorageGapsFound(unit, List.of(gap(post, StorageGapKind.ROUND_MISSED, null, at),
                    gap(post, StorageGapKind.SEAL_CHECK_MISSED, null, at)));
            case 1 -> new StorageEvent.CameraReported(post, camera, false, null, at, List.of(down), Story.SOMEBODY);
            case 2 -> new StorageEvent.CameraReported(post, camera, true, null, at, List.of(), Story.SOMEBODY);
            case 3 -> new StorageEvent.CamerasBeat(SYSTEM, Story.SEOUL, List.of(new CameraSeen(post, camera, true, at)),
                    at.plusSeconds(300), List.of(), Story.SOMEBODY);
            case 4 -> new StorageEvent.CamerasLost(SYSTEM, Story.SEOUL, at,
                    List.of(gap(post, StorageGapKind.CAMERAS_LOST, null, at)));
            case 5 -> new StorageEvent.StorageSettingsChanged(new StorageSettings(60 + what, 480, 20, 5),
                    Story.SOMEBODY);
            default -> new StorageEvent.StorageGapExplained(any(story), post, "지연", Story.SOMEBODY);
        });
    }

    /** Some gap that is there, or none. */
    private static UUID any(Story story) {
        for (Held held : story.now().all("storage-gap")) {
            return UUID.fromString(held.entity().key().id());
        }
        return SYSTEM;
    }

    private static StorageGapFound gap(UUID post, StorageGapKind kind, @Nullable String camera,
            Instant at) {
        return new StorageGapFound(NamedId.of(post, kind + "/" + camera + "/" + at), post, kind, camera, at);
    }

    private static void count(Story story, UUID post, Stories.Step step, Instant at) {
        CountingStage stage = List.of(CountingStage.values()).get(step.code());
        switch (step.station() + step.which() % 2) {
            case 0 -> story.tell(new CountingEvent.CountingStageReached(post, stage, at, Story.SOMEBODY));
            case 1 -> story.tell(new CountingEvent.CordonsSet(post,
                    List.of(new CordonStrength(Cordon.INSIDE, 10, step.code())), Story.SOMEBODY));
            case 2 -> story.tell(new CountingEvent.CountingCommanderNamed(post, Story.SOMEBODY, "1호",
                    Story.SOMEBODY));
            case 3 -> story.tell(new CountingEvent.CountingStageCorrected(post, step.code() == 0 ? null : stage, "착오",
                    Story.SOMEBODY));
            default -> {
                story.tell(new IncidentEvent.IncidentCorrected(story.incident(step.which()),
                        step.code() > 2 ? IncidentKind.OTHER : IncidentKind.RIGGING_CLAIM, null, "정정", Story.SOMEBODY));
                story.tell(new CountingEvent.CountingEndReported(post, new UnitCode("nec-seoul"), at,
                        Story.SOMEBODY));
            }
        }
    }
}
