package kr.haetae.http;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import kr.haetae.auth.House;
import kr.haetae.event.OperationKind;
import kr.haetae.event.OperationState;
import kr.haetae.picture.OperationEntity;

/** The operations, newest first. */
final class OperationResource {
    private record Item(UUID id, String name, OperationKind kind, OperationState state, long seq) {}

    private record Page(List<Item> items) {}

    private final Supplier<House> house;
    private final OpenOperations operations;

    OperationResource(Supplier<House> house, OpenOperations operations) {
        this.house = house;
        this.operations = operations;
    }

    Future<Reply> list(Call call) {
        List<Item> items = house.get().operations().values()
                .sortBy(operation -> -operation.seq())
                .map(operation -> new Item(operation.id(), operation.name(), operation.kind(), state(operation),
                        operation.seq()))
                .toJavaList();
        return Future.succeededFuture(Reply.ok(new Page(items)));
    }

    private OperationState state(House.Operation operation) {
        return operation.archived()
                ? OperationState.ARCHIVED
                : operations.find(operation.id())
                        .flatMap(ledger -> ledger.picture().operation())
                        .map(OperationEntity::state)
                        .orElse(OperationState.PREPARED);
    }
}
