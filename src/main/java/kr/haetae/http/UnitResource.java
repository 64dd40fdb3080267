package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.picture.UnitEntity;

/** The whole command tree of an operation: no secret, and needed to hand something to a unit outside one's own view. */
final class UnitResource {
    private record Page(List<Raw> items) {}

    private record Raw(@JsonRawValue @JsonValue String json) {}

    private final OpenOperations operations;

    UnitResource(OpenOperations operations) {
        this.operations = operations;
    }

    /** In the organisation's own order. */
    Future<Reply> list(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        return Views.seen(call, ledger).map(head -> {
            Picture picture = head.picture();
            List<Raw> items = StreamSupport.stream(picture.all("unit").spliterator(), false)
                    .sorted(Comparator.comparing(held -> ((UnitEntity) held.entity()).order()))
                    .map(held -> new Raw(new String(held.json(), StandardCharsets.UTF_8)))
                    .toList();
            return Reply.ok(new Page(items)).with(Call.CURSOR_HEADER, picture.cursor().toString());
        });
    }
}
