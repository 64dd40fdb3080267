package kr.haetae.http;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import kr.haetae.auth.House;
import kr.haetae.event.OperationKind;

/** The operations, newest first. */
final class OperationResource {
    private record Item(UUID id, String name, OperationKind kind, String state, long seq) {}

    private record Page(List<Item> items) {}

    private final Supplier<House> house;

    OperationResource(Supplier<House> house) {
        this.house = house;
    }

    Future<Reply> list(Call call) {
        List<Item> items = house.get().operations().values()
                .sortBy(operation -> -operation.seq())
                .map(operation -> new Item(operation.id(), operation.name(), operation.kind(), "OPEN", operation.seq()))
                .toJavaList();
        return Future.succeededFuture(Reply.ok(new Page(items)));
    }
}
