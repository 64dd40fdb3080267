package kr.haetae.custody;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kr.haetae.event.CameraSeen;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Event;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PostKind;
import kr.haetae.event.StorageEvent;
import kr.haetae.event.StorageGapFound;
import kr.haetae.event.StorageSettings;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Held;
import kr.haetae.picture.Site;

/** Folds what was decided about storages; there is one for each post of the kind. Comes after posts. Pure. */
public final class StorageFold implements Evolution {
    @Override
    public void apply(Draft draft, Entry entry) {
        switch (entry.event()) {
            case Event.PostsPlaced e -> place(draft, e.posts().stream().map(PlacedPost::id).toList());
            case Event.PostAssigned e -> place(draft, List.of(e.post()));
            case StorageEvent e -> {
                // Before it is folded: which cameras a lost system told of is not to be seen afterwards.
                Set<UUID> posts = concerned(draft, e);
                apply(draft, entry, e);
                posts.forEach(post -> concern(draft, post));
            }
            case ErasureEvent.EntryErased e -> erase(draft, e);
            default -> {}
        }
    }

    private static void apply(Draft draft, Entry entry, StorageEvent event) {
        StorageSettings settings = StorageSettingsEntity.of(draft);
        switch (event) {
            case StorageEvent.StorageOpened e -> {
                change(draft, e.post(), it -> it.opened(e.boxes(), e.at(), settings));
                detail(draft, e.post(), it -> it.sealed(e.seals()));
                StorageGaps.found(draft, e.gaps(), entry.at());
                Cameras.blind(draft, e.post(), e.gaps());
            }
            case StorageEvent.StorageBoxesChanged e -> {
                change(draft, e.post(), it -> it.holding(e.boxes()));
                detail(draft, e.post(), it -> it.sealed(e.seals()));
            }
            case StorageEvent.StorageCleared e -> {
                StorageGaps.endAll(draft, e.post(), e.at());
                change(draft, e.post(), Storage::cleared);
                detail(draft, e.post(), it -> it.sealed(List.of()).withoutGaps());
            }
            case StorageEvent.StorageRoundMade e -> {
                draft.find(Storage.key(e.post()), Storage.class).map(Storage::roundGap)
                        .ifPresent(gap -> StorageGaps.end(draft, gap, e.at()));
                change(draft, e.post(), it -> it.round(e.at(), settings));
            }
            case StorageEvent.SealChecked e -> {
                draft.find(Storage.key(e.post()), Storage.class).map(Storage::sealGap)
                        .ifPresent(gap -> StorageGaps.end(draft, gap, e.at()));
                change(draft, e.post(), it -> it.sealsChecked(e.at(), e.intact(), settings));
                detail(draft, e.post(), it -> it.sealed(e.seals()));
                draft.put(SealCheck.made(e));
                StorageGaps.found(draft, e.gaps(), entry.at());
            }
            case StorageEvent.CameraReported e -> {
                StorageGaps.found(draft, e.gaps(), entry.at());
                Cameras.seen(draft, new CameraSeen(e.post(), e.camera(), e.up(), e.at()), null, e.gaps());
            }
            case StorageEvent.CamerasBeat e -> {
                StorageGaps.found(draft, e.gaps(), entry.at());
                e.changed().forEach(camera -> {
                    Cameras.seen(draft, camera, e.system(), e.gaps());
                });
                String name = e.by().name();
                draft.put(new CameraSystem(e.system(), e.unit(), name == null ? "" : name, e.leaseUntil(), null));
            }
            case StorageEvent.CamerasLost e -> {
                StorageGaps.found(draft, e.gaps(), entry.at());
                Cameras.lost(draft, e.system(), e.leaseUntil(), e.gaps());
                draft.find(CameraSystem.key(e.system()), CameraSystem.class)
                        .ifPresent(system -> draft.put(system.lost()));
            }
            case StorageEvent.AccessEntered e -> {
                draft.put(StorageAccess.entered(e));
                change(draft, e.post(), it -> it.entered(e.people()));
            }
            case StorageEvent.AccessLeft e -> draft.find(StorageAccess.key(e.access()), StorageAccess.class)
                    .filter(access -> access.leftAt() == null)
                    .ifPresent(access -> {
                        draft.put(access.left(e.at()));
                        change(draft, access.post(), it -> it.entered(-access.people()));
                    });
            case StorageEvent.StorageGapsFound e -> StorageGaps.found(draft, e.gaps(), entry.at());
            case StorageEvent.StorageGapExplained e -> {
                StorageGaps.change(draft, e.gap(), it -> it.explained(e.text(), e.by(), entry.at()));
            }
            case StorageEvent.StorageSettingsChanged e -> resettle(draft, e.settings());
        }
    }

    private static void resettle(Draft draft, StorageSettings settings) {
        draft.operation().ifPresent(operation -> draft
                .put(new StorageSettingsEntity(operation.operation(), operation.root(), settings)));
        StreamSupport.stream(draft.all(Storage.KIND).spliterator(), false)
                .map(held -> (Storage) held.entity()).filter(Storage::watched).toList()
                .forEach(storage -> draft.put(storage.timed(settings)));
    }

    static void change(Draft draft, UUID post, UnaryOperator<Storage> step) {
        draft.find(Storage.key(post), Storage.class).ifPresent(storage -> draft.put(step.apply(storage)));
    }

    /** In whose history the entry stands. */
    private static Set<UUID> concerned(Draft draft, StorageEvent event) {
        return switch (event) {
            case StorageEvent.StorageOpened e -> Set.of(e.post());
            case StorageEvent.StorageBoxesChanged e -> Set.of(e.post());
            case StorageEvent.StorageCleared e -> Set.of(e.post());
            case StorageEvent.StorageRoundMade e -> Set.of(e.post());
            case StorageEvent.SealChecked e -> Set.of(e.post());
            case StorageEvent.CameraReported e -> Set.of(e.post());
            case StorageEvent.AccessEntered e -> Set.of(e.post());
            case StorageEvent.AccessLeft e -> Set.of(e.post());
            case StorageEvent.StorageGapExplained e -> Set.of(e.post());
            case StorageEvent.CamerasBeat e -> posts(e.changed().stream().map(CameraSeen::post));
            case StorageEvent.CamerasLost e -> Cameras.toldBy(draft, e.system());
            case StorageEvent.StorageGapsFound e -> posts(e.gaps().stream().map(StorageGapFound::post));
            case StorageEvent.StorageSettingsChanged e -> Set.of();
        };
    }

    private static Set<UUID> posts(Stream<UUID> named) {
        return named.collect(Collectors.toCollection(TreeSet::new));
    }

    private static void concern(Draft draft, UUID post) {
        draft.find(Storage.key(post)).ifPresent(storage -> draft.concern(storage.key()));
    }

    static void detail(Draft draft, UUID post, UnaryOperator<StorageDetail> step) {
        draft.find(StorageDetail.key(post), StorageDetail.class).ifPresent(it -> draft.put(step.apply(it)));
    }

    /** A storage for each that is new; what belongs to one goes to whoever has its post now. */
    private static void place(Draft draft, List<UUID> posts) {
        Set<UUID> moved = new HashSet<>();
        for (UUID post : posts) {
            Optional<Site> site = draft.find(Site.key(post), Site.class);
            Optional<Storage> storage = draft.find(Storage.key(post), Storage.class);
            if (site.isEmpty()) {
                continue;
            }
            UnitCode unit = site.get().unit();
            if (storage.isEmpty() && site.get().postKind() == PostKind.BALLOT_STORAGE) {
                draft.put(Storage.placed(post, unit));
                draft.put(StorageDetail.placed(post, unit));
            } else if (storage.isPresent() && !storage.get().unit().equals(unit)) {
                draft.put(storage.get().of(unit));
                detail(draft, post, it -> it.of(unit));
                moved.add(post);
            }
        }
        if (!moved.isEmpty()) {
            follow(draft, moved);
        }
    }

    private static void follow(Draft draft, Set<UUID> moved) {
        all(draft, StorageGap.KIND, StorageGap.class).stream().filter(it -> moved.contains(it.post()))
                .forEach(it -> draft.put(it.of(unit(draft, it.post(), it.unit()))));
        all(draft, StorageAccess.KIND, StorageAccess.class).stream().filter(it -> moved.contains(it.post()))
                .forEach(it -> draft.put(it.of(unit(draft, it.post(), it.unit()))));
        all(draft, SealCheck.KIND, SealCheck.class).stream().filter(it -> moved.contains(it.post()))
                .forEach(it -> draft.put(it.of(unit(draft, it.post(), it.unit()))));
    }

    private static UnitCode unit(Draft draft, UUID post, UnitCode before) {
        return draft.find(Storage.key(post), Storage.class).map(Storage::unit).orElse(before);
    }

    private static <E> List<E> all(Draft draft, String kind, Class<E> type) {
        return StreamSupport.stream(draft.all(kind).spliterator(), false).map(Held::entity).map(type::cast).toList();
    }

    private static void erase(Draft draft, ErasureEvent.EntryErased erased) {
        switch (erased.redacted()) {
            case StorageEvent.AccessEntered left -> draft
                    .find(StorageAccess.key(left.access()), StorageAccess.class)
                    .ifPresent(access -> draft.put(access.because(left.reason())));
            case StorageEvent.StorageGapExplained left -> draft.find(StorageGap.key(left.gap()), StorageGap.class)
                    .ifPresent(gap -> draft.put(gap.saying(left.text())));
            default -> {}
        }
    }
}
