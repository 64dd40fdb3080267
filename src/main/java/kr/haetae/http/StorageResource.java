package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import kr.haetae.custody.SealCheck;
import kr.haetae.custody.Storage;
import kr.haetae.custody.StorageAccess;
import kr.haetae.custody.StorageDetail;
import kr.haetae.custody.StorageGap;
import kr.haetae.custody.StorageSettingsEntity;
import kr.haetae.event.Author;
import kr.haetae.event.StorageGapKind;
import kr.haetae.event.StorageSettings;
import kr.haetae.event.StorageState;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Storages of early votes (사전투표함 보관소) to look up, their gaps, and how they are watched. */
final class StorageResource {
    private static final int DAY = 24 * 60;

    /** With the gaps that are open and those who are inside. */
    private record Whole(SiteHistory.Raw storage, SiteHistory.Raw detail, List<SiteHistory.Raw> gaps,
            List<SiteHistory.Raw> inside, @JsonUnwrapped SiteHistory.Timeline timeline) {}

    private record Settings(@Nullable Integer roundMinutes, @Nullable Integer sealCheckMinutes,
            @Nullable Integer lateMinutes, @Nullable Integer leaseMinutes) {}

    private final OpenOperations operations;
    private final ListPage lists;

    StorageResource(OpenOperations operations, ListPage lists) {
        this.operations = operations;
        this.lists = lists;
    }

    Future<Reply> list(Call call) {
        Optional<StorageState> state = call.queryEnum("state", StorageState.class);
        Optional<Boolean> gaps = call.queryFlag("gaps");
        return lists.of(call, operations.require(call), Storage.KIND, Storage.class,
                (picture, storage) -> state.map(it -> it == storage.state()).orElse(true)
                        && gaps.map(it -> it == storage.gaps() > 0).orElse(true));
    }

    Future<Reply> gaps(Call call) {
        Optional<UUID> post = call.queryId("post");
        Optional<StorageGapKind> kind = call.queryEnum("kind", StorageGapKind.class);
        Optional<Boolean> open = call.queryFlag("open");
        return lists.of(call, operations.require(call), StorageGap.KIND, StorageGap.class,
                (picture, gap) -> post.map(gap.post()::equals).orElse(true)
                        && kind.map(it -> it == gap.gapKind()).orElse(true)
                        && open.map(it -> it == gap.open()).orElse(true));
    }

    Future<Reply> get(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        return Views.seen(call, ledger).compose(head -> {
            Picture picture = head.picture();
            Held storage = required(call, picture);
            UUID post = ((Storage) storage.entity()).post();
            Key detail = StorageDetail.key(post);
            return SiteHistory.of(call, picture).timeline(ledger, storage.entity().key())
                    .map(timeline -> headed(picture, new Whole(SiteHistory.Raw.of(storage),
                            SiteHistory.Raw.of(picture.held(detail).orElseThrow()),
                            open(picture, StorageGap.KIND, StorageGap.class,
                                    gap -> gap.open() && gap.post().equals(post)),
                            open(picture, StorageAccess.KIND, StorageAccess.class,
                                    access -> access.leftAt() == null && access.post().equals(post)),
                            timeline)));
        });
    }

    Future<Reply> accesses(Call call) {
        return lines(call, StorageAccess.KIND);
    }

    Future<Reply> sealChecks(Call call) {
        return lines(call, SealCheck.KIND);
    }

    private Future<Reply> lines(Call call, String kind) {
        return Views.seen(call, operations.require(call)).map(head -> {
            Picture picture = head.picture();
            UUID post = ((Storage) required(call, picture).entity()).post();
            return headed(picture, SiteHistory.of(call, picture).lines(kind, entity -> switch (entity) {
                case StorageAccess access -> access.post().equals(post);
                case SealCheck check -> check.post().equals(post);
                default -> false;
            }));
        });
    }

    private static <E> List<SiteHistory.Raw> open(Picture picture, String kind, Class<E> type,
            Predicate<E> wanted) {
        return StreamSupport.stream(picture.all(kind).spliterator(), false)
                .filter(held -> wanted.test(type.cast(held.entity())))
                .sorted(Comparator.comparing(Held::born).reversed()).map(SiteHistory.Raw::of).toList();
    }

    private static Held required(Call call, Picture picture) {
        UUID post = call.pathId("post");
        return picture.held(Storage.key(post))
                .filter(held -> picture.permits(Views.own(call.actor()), held.entity()))
                .orElseThrow(() -> Problem
                        .absent("unknown-storage", "There is no storage " + post + " in your jurisdiction.")
                        .exception());
    }

    private static Reply headed(Picture picture, Object body) {
        return Reply.ok(body).with(Call.CURSOR_HEADER, picture.cursor().toString());
    }

    /** Those that hold now, be they the standard ones. */
    Future<Reply> settings(Call call) {
        return Views.seen(call, operations.require(call))
                .map(head -> headed(head.picture(), StorageSettingsEntity.of(head.picture())));
    }

    Future<Reply> putSettings(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Settings body = call.body(Settings.class);
        Check check = new Check();
        StorageSettings settings = new StorageSettings(
                check.range("/roundMinutes", body.roundMinutes(), 5, DAY),
                check.range("/sealCheckMinutes", body.sealCheckMinutes(), 5, 7 * DAY),
                check.range("/lateMinutes", body.lateMinutes(), 0, DAY),
                check.range("/leaseMinutes", body.leaseMinutes(), 1, DAY));
        check.refuse();
        Author author = call.author();
        return Commands
                .submit(call, ledger, (picture, at) -> StorageSettingsEntity.decide(picture, author, settings))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }
}
