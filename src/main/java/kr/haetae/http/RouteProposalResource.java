package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.haetae.custody.TransportCommand;
import kr.haetae.event.Author;
import kr.haetae.event.TransportKind;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.post.Post;
import org.jspecify.annotations.Nullable;

/** Routes from the list of posts, for a force that has no list of routes, and for drills. */
final class RouteProposalResource {
    private static final int MOST_TOLD = 100;
    private static final int MOST_BOXES = 5;

    private record Wanted(@Nullable TransportKind kind, @Nullable UnitCode unit, @Nullable Instant departsAt,
            @Nullable Instant arrivesAt, @Nullable Integer boxes) {}

    private record Homeless(UUID post, String name, UnitCode unit) {}

    /** @param homeless the first of the posts for which no destination is known, of {@code withoutDestination} */
    private record Proposed(int rows, int written, int unchanged, int withoutDestination, List<Homeless> homeless) {}

    private final Vertx vertx;
    private final OpenOperations operations;

    RouteProposalResource(Vertx vertx, OpenOperations operations) {
        this.vertx = vertx;
        this.operations = operations;
    }

    /** {@code dryRun=true}: only say what it would come to. */
    Future<Reply> propose(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        boolean dryRun = call.queryFlag("dryRun").orElse(false);
        UUID command = call.idempotencyKey();
        Wanted body = call.body(Wanted.class);
        Check check = new Check();
        TransportKind kind = check.required("/kind", body.kind(), TransportKind.TO_COUNTING);
        Instant departsAt = check.required("/departsAt", body.departsAt(), Instant.EPOCH);
        Instant arrivesAt = check.required("/arrivesAt", body.arrivesAt(), Instant.EPOCH);
        int boxes = body.boxes() == null ? 0 : check.range("/boxes", body.boxes(), 0, MOST_BOXES);
        if (kind == TransportKind.POSTAL) {
            check.wrong("/kind", "out-of-range", "Where the post goes does not follow from the list of posts.");
        }
        check.refuse();
        Picture picture = ledger.picture();
        UnitCode unit = Views.of(call, picture, body.unit() == null ? call.actor().unit() : body.unit()).scope();
        RouteProposal.Terms terms = new RouteProposal.Terms(kind, unit, departsAt, arrivesAt, boxes);
        return vertx.executeBlocking(() -> RouteProposal.of(picture, terms), false).map(Objects::requireNonNull)
                .compose(proposed -> written(ledger, call.author(), command, dryRun ? List.of() : proposed.routes())
                        .map(written -> Reply.ok(said(proposed, written))));
    }

    private static Future<Batches.Written> written(Ledger<Picture> ledger, Author author, UUID command,
            List<TransportCommand.Wanted> routes) {
        return RouteImportResource.batches(ledger, author, "proposal").submit(command, routes);
    }

    private static Proposed said(RouteProposal.Proposed proposed, Batches.Written written) {
        List<Post> homeless = proposed.homeless();
        return new Proposed(proposed.routes().size(), written.written(), written.unchanged(), homeless.size(),
                homeless.stream().limit(MOST_TOLD).map(it -> new Homeless(it.post(), it.name(), it.unit())).toList());
    }
}
