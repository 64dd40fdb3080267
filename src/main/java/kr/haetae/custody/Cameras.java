package kr.haetae.custody;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import kr.haetae.custody.StorageDetail.Camera;
import kr.haetae.custody.StorageDetail.CameraState;
import kr.haetae.event.CameraSeen;
import kr.haetae.event.StorageGapFound;
import kr.haetae.event.StorageGapKind;
import kr.haetae.picture.Draft;
import org.jspecify.annotations.Nullable;

/** Folds what is known of cameras. */
final class Cameras {
    private Cameras() {}

    /** {@code gaps}: those that the same entry found. */
    static void seen(Draft draft, CameraSeen seen, @Nullable UUID system, List<StorageGapFound> gaps) {
        Optional<StorageDetail> found = draft.find(StorageDetail.key(seen.post()), StorageDetail.class);
        if (found.isEmpty()) {
            return;
        }
        Optional<Camera> before = found.get().camera(seen.camera());
        CameraState now = seen.up() ? CameraState.UP : CameraState.DOWN;
        boolean same = before.filter(it -> it.state() == now).isPresent();
        UUID standing = before.map(Camera::gap).orElse(null);
        UUID gap = same ? standing
                : gaps.stream().filter(it -> it.post().equals(seen.post()) && seen.camera().equals(it.camera()))
                        .map(StorageGapFound::gap).findFirst().orElse(null);
        put(draft, found.get().with(new Camera(seen.camera(), now,
                same ? before.orElseThrow().since() : seen.at(), system, gap)));
        if (standing != null && !same) {
            end(draft, seen.post(), standing, seen.at());
        }
    }

    /** The storages of which the system says that a camera is up. */
    static Set<UUID> toldBy(Draft draft, UUID system) {
        Set<UUID> posts = new TreeSet<>();
        draft.all(StorageDetail.KIND).forEach(held -> {
            StorageDetail detail = (StorageDetail) held.entity();
            if (detail.cameras().stream()
                    .anyMatch(it -> it.state() == CameraState.UP && system.equals(it.system()))) {
                posts.add(detail.post());
            }
        });
        return posts;
    }

    /** What the system said to be up may be anything; what was down is still believed to be. */
    static void lost(Draft draft, UUID system, Instant since, List<StorageGapFound> gaps) {
        List<StorageDetail> all = StreamSupport.stream(draft.all(StorageDetail.KIND).spliterator(), false)
                .map(held -> (StorageDetail) held.entity()).toList();
        for (StorageDetail detail : all) {
            UUID gap = gaps.stream()
                    .filter(it -> it.kind() == StorageGapKind.CAMERAS_LOST && it.post().equals(detail.post()))
                    .map(StorageGapFound::gap).findFirst().orElse(null);
            StorageDetail now = detail;
            for (Camera camera : detail.cameras()) {
                if (camera.state() == CameraState.UP && system.equals(camera.system())) {
                    now = now.with(new Camera(camera.camera(), CameraState.UNKNOWN, since, system, gap));
                }
            }
            if (!now.equals(detail)) {
                put(draft, now);
            }
        }
    }

    /** A watch begins: those that do not see are in its first gaps. */
    static void blind(Draft draft, UUID post, List<StorageGapFound> gaps) {
        draft.find(StorageDetail.key(post), StorageDetail.class).ifPresent(detail -> {
            StorageDetail now = detail;
            for (Camera camera : detail.cameras()) {
                UUID gap = gaps.stream().filter(it -> switch (camera.state()) {
                    case UP -> false;
                    case DOWN -> camera.camera().equals(it.camera());
                    case UNKNOWN -> it.kind() == StorageGapKind.CAMERAS_LOST;
                }).map(StorageGapFound::gap).findFirst().orElse(null);
                now = now.with(new Camera(camera.camera(), camera.state(), camera.since(), camera.system(), gap));
            }
            draft.put(now);
        });
    }

    /** A gap that several cameras are in ends with the last of them. */
    private static void end(Draft draft, UUID post, UUID gap, Instant at) {
        boolean others = draft.find(StorageDetail.key(post), StorageDetail.class).stream()
                .flatMap(it -> it.cameras().stream()).anyMatch(it -> Objects.equals(it.gap(), gap));
        if (!others) {
            StorageGaps.end(draft, gap, at);
        }
    }

    private static void put(Draft draft, StorageDetail detail) {
        draft.put(detail);
        draft.find(Storage.key(detail.post()), Storage.class)
                .filter(storage -> !storage.cameras().equals(detail.count()))
                .ifPresent(storage -> draft.put(storage.seen(detail.count())));
    }
}
