package kr.haetae.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.NamedId;
import kr.haetae.event.Occurrence;
import kr.haetae.event.Reason;
import kr.haetae.event.StorageEvent;
import kr.haetae.event.StorageGapFound;
import kr.haetae.event.StorageGapKind;
import kr.haetae.event.StorageState;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Decides what is written down of storages. Pure. */
public final class Storages {
    private Storages() {}

    /** What becomes of the command on this picture; {@code at} is the operation's time. */
    public static Decision decide(Picture picture, Instant at, Author author, StorageCommand command) {
        return picture.notOpen().orElseGet(() -> switch (command) {
            case StorageCommand.OfStorage c -> Sites.find(picture, author, c.post(), Storage.key(c.post()),
                    Storage.class, Reason.UNKNOWN_STORAGE)
                    .or(storage -> Sites.notOwn(author, c.post(), c.anyPost())
                            .or(() -> Occurrence.untimely(at, c.at(), "/at"))
                            .orElseGet(() -> decide(picture, author, storage, c)));
            case StorageCommand.Leave c -> leave(picture, at, author, c);
            case StorageCommand.Explain c -> explain(picture, author, c);
            case StorageCommand.Beat c -> CameraBeats.decide(picture, at, author, c);
        });
    }

    private static Decision decide(Picture picture, Author author, Storage storage, StorageCommand.OfStorage command) {
        return switch (command) {
            case StorageCommand.Open c -> storage.watched()
                    ? Decision.refuse(Reason.ALREADY_THERE, "This storage is watched since " + storage.openedAt() + ".")
                    : Decision.accept(new StorageEvent.StorageOpened(c.post(), c.boxes(), c.seals(), c.observers(),
                            c.note(), c.at(), blind(picture, storage, c.at()), author.person()));
            case StorageCommand.ChangeBoxes c -> watched(storage, it -> Decision.accept(
                    new StorageEvent.StorageBoxesChanged(c.post(), c.boxes(), c.seals(), c.reason(), c.at(),
                            author.person())));
            case StorageCommand.Clear c -> watched(storage, it -> Decision.accept(
                    new StorageEvent.StorageCleared(c.post(), c.note(), c.at(), author.person())));
            case StorageCommand.Round c -> watched(storage, it -> Decision.accept(
                    new StorageEvent.StorageRoundMade(c.post(), c.note(), c.at(), author.person())));
            case StorageCommand.CheckSeals c -> watched(storage, it -> checkSeals(picture, author, it, c));
            case StorageCommand.ReportCamera c -> reportCamera(picture, author, storage, c);
            case StorageCommand.Enter c -> Decision.accept(new StorageEvent.AccessEntered(c.access(), c.post(),
                    storage.unit(), c.who(), c.people(), c.reason(), c.at(), author.person()));
        };
    }

    private static Decision watched(Storage storage, Function<Storage, Decision> then) {
        return storage.watched() ? then.apply(storage)
                : Decision.refuse(Reason.STORAGE_NOT_WATCHED, storage.state() == StorageState.IDLE
                        ? "This storage was not opened yet; record its opening first."
                        : "This storage was cleared; record its opening if boxes were put in again.");
    }

    /** Cameras that do not see it from the beginning are gaps from the beginning. */
    private static List<StorageGapFound> blind(Picture picture, Storage storage, Instant at) {
        List<StorageGapFound> gaps = new ArrayList<>();
        boolean lost = false;
        for (StorageDetail.Camera camera : detail(picture, storage).cameras()) {
            switch (camera.state()) {
                case UP -> {}
                case DOWN -> gaps.add(gap(picture, storage.post(), StorageGapKind.CAMERA_DOWN, camera.camera(), at));
                case UNKNOWN -> lost = true;
            }
        }
        if (lost) {
            gaps.add(gap(picture, storage.post(), StorageGapKind.CAMERAS_LOST, null, at));
        }
        return gaps;
    }

    /** What does not fit is written down, and somebody must explain it. */
    private static Decision checkSeals(Picture picture, Author author, Storage storage, StorageCommand.CheckSeals c) {
        List<StorageGapFound> gaps = new ArrayList<>();
        if (!c.intact()) {
            gaps.add(gap(picture, c.post(), StorageGapKind.SEAL_BROKEN, null, c.at()));
        }
        if (!new HashSet<>(detail(picture, storage).seals()).equals(new HashSet<>(c.seals()))) {
            gaps.add(gap(picture, c.post(), StorageGapKind.SEAL_CHANGED, null, c.at()));
        }
        return Decision.accept(new StorageEvent.SealChecked(c.check(), c.post(), storage.unit(), c.seals(), c.intact(),
                c.note(), c.at(), gaps, author.person()));
    }

    private static Decision reportCamera(Picture picture, Author author, Storage storage,
            StorageCommand.ReportCamera c) {
        StorageDetail detail = detail(picture, storage);
        Optional<StorageDetail.Camera> known = detail.camera(c.camera());
        StorageDetail.CameraState now = c.up() ? StorageDetail.CameraState.UP : StorageDetail.CameraState.DOWN;
        if (known.filter(it -> it.state() == now).isPresent()) {
            return Decision.refuse(Reason.NOTHING_CHANGED, "Camera " + c.camera() + " is " + now + " already.");
        }
        if (known.isEmpty() && detail.cameras().size() >= StorageCommand.MOST_CAMERAS) {
            return Decision.refuse(Reason.TOO_MANY_CAMERAS,
                    "A storage has " + StorageCommand.MOST_CAMERAS + " cameras at most.", "/camera");
        }
        boolean gap = storage.watched() && !c.up();
        return Decision.accept(new StorageEvent.CameraReported(c.post(), c.camera(), c.up(), c.note(), c.at(),
                gap ? List.of(gap(picture, c.post(), StorageGapKind.CAMERA_DOWN, c.camera(), c.at())) : List.of(),
                author.person()));
    }

    /** Also of an operation's last hours: somebody may still be inside. */
    private static Decision leave(Picture picture, Instant at, Author author, StorageCommand.Leave c) {
        Optional<StorageAccess> found = picture.visible(author, StorageAccess.key(c.access()), StorageAccess.class);
        if (found.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN_ACCESS,
                    "Nobody is known to have gone in as " + c.access() + " in your jurisdiction.");
        }
        StorageAccess access = found.get();
        return Sites.notOwn(author, access.post(), c.anyPost())
                .or(() -> Occurrence.untimely(at, c.at(), "/at"))
                .orElseGet(() -> left(author, access, c));
    }

    private static Decision left(Author author, StorageAccess access, StorageCommand.Leave c) {
        if (access.leftAt() != null) {
            return Decision.refuse(Reason.ALREADY_THERE, "They left at " + access.leftAt() + ".");
        }
        return c.at().isBefore(access.enteredAt())
                ? Decision.refuse(Reason.OCCURRED_OUT_OF_ORDER,
                        "They went in at " + access.enteredAt() + " and can't have left before.", "/at")
                : Decision.accept(new StorageEvent.AccessLeft(c.access(), access.post(), c.at(), author.person()));
    }

    private static Decision explain(Picture picture, Author author, StorageCommand.Explain c) {
        Optional<StorageGap> found = picture.visible(author, StorageGap.key(c.gap()), StorageGap.class);
        if (found.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN_GAP, "There is no gap " + c.gap() + " in your jurisdiction.");
        }
        StorageGap gap = found.get();
        return gap.explainedBy() == null
                ? Decision.accept(new StorageEvent.StorageGapExplained(c.gap(), gap.post(), c.text(), author.person()))
                : Decision.refuse(Reason.ALREADY_THERE, "It was explained at " + gap.explainedAt() + ".");
    }

    static StorageDetail detail(Picture picture, Storage storage) {
        return picture.find(StorageDetail.key(storage.post()), StorageDetail.class)
                .orElseGet(() -> StorageDetail.placed(storage.post(), storage.unit()));
    }

    /** Its id is made of what was found and on which picture: found again it is another. */
    static StorageGapFound gap(Picture picture, UUID post, StorageGapKind kind, @Nullable String camera,
            Instant since) {
        String name = "storage-gap/" + post + "/" + kind + "/" + camera + "/" + since + "/" + picture.cursor().seq();
        return new StorageGapFound(NamedId.of(post, name), post, kind, camera, since);
    }
}
