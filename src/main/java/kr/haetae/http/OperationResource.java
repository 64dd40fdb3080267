package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.auth.Guardhouse;
import kr.haetae.auth.House;
import kr.haetae.auth.HouseCommand;
import kr.haetae.crime.Cases;
import kr.haetae.event.Decision;
import kr.haetae.event.NamedId;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationKind;
import kr.haetae.event.OperationState;
import kr.haetae.event.Reason;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Held;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** The operations as the house has them: listed newest first, created, put away. */
final class OperationResource {
    private static final int MAX_NAME = 100;
    /** What a drill's clock may show at its start; nobody drills for another century. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private record Item(UUID id, String name, OperationKind kind, OperationState state, long seq) {}

    private record Page(List<Item> items) {}

    private record Clock(@Nullable Instant start, @Nullable Integer rate) {}

    private record Wanted(@Nullable String name, @Nullable OperationKind kind, @Nullable Clock clock) {}

    private record Created(@JsonUnwrapped Commands.Receipt receipt, UUID id) {}

    private record Nothing() {}

    private final Guardhouse guardhouse;
    private final OpenOperations operations;
    private final OperationTerms terms;

    OperationResource(Guardhouse guardhouse, OpenOperations operations, OperationTerms terms) {
        this.guardhouse = guardhouse;
        this.operations = operations;
        this.terms = terms;
    }

    Future<Reply> list(Call call) {
        List<Item> items = house().operations().values()
                .sortBy(operation -> -operation.seq())
                .map(operation -> new Item(operation.id(), operation.name(), operation.kind(), state(operation),
                        operation.seq()))
                .toJavaList();
        return Future.succeededFuture(Reply.ok(new Page(items)));
    }

    /** The entity as the feed sends it; only the house knows that it is archived. */
    Future<Reply> get(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        return Views.seen(call, ledger).map(head -> {
            Held held = head.picture().operation().flatMap(it -> head.picture().held(it.key())).orElseThrow();
            return Reply.ok(archived(ledger.id()) ? putAway(held) : Buffer.buffer(held.json()))
                    .with("ETag", "\"" + held.seq() + "\"")
                    .with(Call.CURSOR_HEADER, head.picture().cursor().toString());
        });
    }

    /** Answered once this node has the operation, defined and prepared. */
    Future<Reply> create(Call call) {
        Wanted wanted = call.body(Wanted.class);
        Check check = new Check();
        String name = check.text("/name", wanted.name(), MAX_NAME);
        OperationKind kind = check.required("/kind", wanted.kind(), OperationKind.DRILL);
        OperationClock clock = clock(check, wanted.clock());
        check.refuse();
        if (kind == OperationKind.ELECTION && !terms.elections()) {
            throw Problems.of(Decision.refuse(Reason.ELECTION_ON_EMBEDDED_DATABASE,
                    "A real election needs a database with a standby; this node runs on its embedded one. "
                            + "Set HAETAE_DATABASE_URL, or force it by HAETAE_FORCE_ELECTION_ON_EMBEDDED=true.",
                    "/kind")).exception();
        }
        UUID operation = NamedId.of(call.idempotencyKey(), "operation");
        return guardhouse.orders()
                .give(call.actor(), call.idempotencyKey(), call.requestHash(),
                        new HouseCommand.CreateOperation(operation, name, kind, clock))
                .map(Commands::done)
                .compose(entries -> operations.bring(operation)
                        .map(ledger -> Reply.created(new Created(Commands.Receipt.of(entries), operation))));
    }

    private OperationClock clock(Check check, @Nullable Clock wanted) {
        Instant now = terms.clock().instant();
        if (wanted == null) {
            return OperationClock.real(now);
        }
        Instant start = wanted.start() == null ? now : wanted.start();
        if (start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
            check.wrong("/clock/start", "out-of-range",
                    "The field /clock/start lies between " + EARLIEST + " and " + LATEST + ".");
        }
        return new OperationClock(now, start,
                wanted.rate() == null ? 1 : Math.clamp(check.range("/clock/rate", wanted.rate(), 1, 600), 1, 600));
    }

    /** Only a closed one without open cases; that it is closed stays so. */
    Future<Reply> archive(Call call) {
        call.body(Nothing.class);
        Ledger<Picture> ledger = operations.require(call);
        return Views.seen(call, ledger).compose(head -> {
            OperationEntity operation = head.picture().operation().orElseThrow();
            if (operation.state() != OperationState.CLOSED) {
                throw Problems.of(Decision.refuse(Reason.OPERATION_NOT_CLOSED,
                        "The operation " + operation.name() + " is " + operation.state() + "; close it first."))
                        .exception();
            }
            requireNoCase(head.picture());
            return guardhouse.orders().give(call.actor(), call.idempotencyKey(), call.requestHash(),
                    new HouseCommand.ArchiveOperation(ledger.id()));
        }).map(answer -> Reply.ok(Commands.Receipt.of(Commands.done(answer))));
    }

    /** Of a case that is put away nobody would hear that its limitation is near. */
    private static void requireNoCase(Picture picture) {
        long open = Cases.open(picture).count();
        if (open > 0) {
            throw Problems.of(Decision.refuse(Reason.CASES_OPEN,
                    open + " cases are still open; bring them to an end first.")).exception();
        }
    }

    private OperationState state(House.Operation operation) {
        return operation.archived()
                ? OperationState.ARCHIVED
                : operations.find(operation.id())
                        .flatMap(ledger -> ledger.picture().operation())
                        .map(OperationEntity::state)
                        .orElse(OperationState.PREPARED);
    }

    private boolean archived(UUID operation) {
        return house().operations().get(operation).map(House.Operation::archived).getOrElse(false);
    }

    private static Buffer putAway(Held held) {
        try {
            ObjectNode entity = (ObjectNode) Held.WIRE.readTree(held.json());
            return Buffer.buffer(Held.WIRE.writeValueAsBytes(entity.put("state", OperationState.ARCHIVED.name())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private House house() {
        return guardhouse.gate().house();
    }
}
