package kr.haetae.http;

import io.vertx.core.Future;
import kr.haetae.custody.TransportSettingsEntity;
import kr.haetae.event.Author;
import kr.haetae.event.TransportSettings;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** When routes of ballot boxes are overdue in an operation. */
final class TransportSettingsResource {
    private static final int DAY = 24 * 60;

    private record Settings(@Nullable Integer departureMinutes, @Nullable Integer checkpointMinutes,
            @Nullable Integer arrivalMinutes, @Nullable Integer handoverMinutes) {}

    private final OpenOperations operations;

    TransportSettingsResource(OpenOperations operations) {
        this.operations = operations;
    }

    /** Those that hold now, be they the standard ones. */
    Future<Reply> get(Call call) {
        return Views.seen(call, operations.require(call))
                .map(head -> Reply.ok(TransportSettingsEntity.of(head.picture()))
                        .with(Call.CURSOR_HEADER, head.picture().cursor().toString()));
    }

    Future<Reply> put(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Settings body = call.body(Settings.class);
        Check check = new Check();
        TransportSettings settings = new TransportSettings(
                check.range("/departureMinutes", body.departureMinutes(), 0, DAY),
                check.range("/checkpointMinutes", body.checkpointMinutes(), 1, DAY),
                check.range("/arrivalMinutes", body.arrivalMinutes(), 0, DAY),
                check.range("/handoverMinutes", body.handoverMinutes(), 1, DAY));
        check.refuse();
        Author author = call.author();
        return Commands
                .submit(call, ledger, (picture, at) -> TransportSettingsEntity.decide(picture, author, settings))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }
}
