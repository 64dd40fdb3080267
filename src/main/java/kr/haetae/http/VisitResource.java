package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.auth.Action;
import kr.haetae.event.Author;
import kr.haetae.event.Entry;
import kr.haetae.event.VisitAsker;
import kr.haetae.event.VisitEvent;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import kr.haetae.post.Post;
import kr.haetae.post.Visit;
import kr.haetae.post.VisitCommand;
import kr.haetae.post.Visits;
import org.jspecify.annotations.Nullable;

/** Police inside a polling place (투표소 출입): recorded, ended, put right, read back post by post. */
final class VisitResource {
    private static final int MAX_REASON = 500;
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    /** As for incidents: a rare filter costs several pages rather than a stopped event loop. */
    private static final int MAX_LOOKED_AT = 20_000;

    private record Entering(
            @Nullable VisitAsker askedBy,
            @Nullable Instant askedAt,
            @Nullable Instant enteredAt,
            @Nullable Integer officers,
            @Nullable Boolean inUniform,
            @Nullable String reason,
            @Nullable UUID incident) {}

    private record Recorded(@JsonUnwrapped Commands.Receipt receipt, UUID id) {}

    private record Leaving(@Nullable Instant leftAt) {}

    private record Correction(
            @Nullable VisitAsker askedBy,
            @Nullable Instant askedAt,
            @Nullable Instant enteredAt,
            @Nullable Instant leftAt,
            @Nullable Integer officers,
            @Nullable Boolean inUniform,
            @Nullable String reason) {}

    private record Page(List<Raw> items, @Nullable Long next) {}

    private record Raw(@JsonRawValue @JsonValue String json) {}

    private final OpenOperations operations;

    VisitResource(OpenOperations operations) {
        this.operations = operations;
    }

    /** Newest first; {@code after}: the {@code next} of the page before. */
    Future<Reply> list(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        UUID post = call.pathId("post");
        int limit = call.queryNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT).intValue();
        long before = call.queryNumber("after", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
        return Views.seen(call, ledger).map(head -> {
            Picture picture = head.picture();
            if (picture.held(Post.key(post)).filter(it -> picture.permits(Views.own(call.actor()), it.entity()))
                    .isEmpty()) {
                throw Problem.absent("post-not-found", "There is no post " + post + " in your jurisdiction.")
                        .exception();
            }
            return Reply.ok(page(picture, post, limit, before)).with(Call.CURSOR_HEADER, picture.cursor().toString());
        });
    }

    private static Page page(Picture picture, UUID post, int limit, long before) {
        List<Raw> items = new ArrayList<>();
        long last = before;
        int looked = 0;
        for (Held held : picture.chronicleBefore(Visit.KIND, before)) {
            if (items.size() == limit || looked == MAX_LOOKED_AT) {
                return new Page(items, last);
            }
            looked++;
            last = held.born();
            if (((Visit) held.entity()).post().equals(post)) {
                items.add(new Raw(new String(held.json(), StandardCharsets.UTF_8)));
            }
        }
        return new Page(items, null);
    }

    Future<Reply> record(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Entering body = call.body(Entering.class);
        Check check = new Check();
        VisitCommand.Enter command = new VisitCommand.Enter(
                call.idempotencyKey(),
                call.pathId("post"),
                check.required("/askedBy", body.askedBy(), VisitAsker.OTHER),
                corrected(call, ledger, check.required("/askedAt", body.askedAt(), Instant.EPOCH)),
                corrected(call, ledger, check.required("/enteredAt", body.enteredAt(), Instant.EPOCH)),
                check.range("/officers", body.officers(), 1, VisitCommand.MOST_OFFICERS),
                check.required("/inUniform", body.inUniform(), true),
                check.text("/reason", body.reason(), MAX_REASON),
                body.incident(),
                anyPost(call));
        check.refuse();
        return submit(call, ledger, command)
                .map(entries -> Reply.created(new Recorded(Commands.Receipt.of(entries),
                        ((VisitEvent) entries.getFirst().event()).visit())));
    }

    Future<Reply> end(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Leaving body = call.body(Leaving.class);
        Check check = new Check();
        Instant leftAt = corrected(call, ledger, check.required("/leftAt", body.leftAt(), Instant.EPOCH));
        check.refuse();
        return submit(call, ledger, new VisitCommand.End(call.pathId("visit"), leftAt, anyPost(call)))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    Future<Reply> correct(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Correction body = call.body(Correction.class);
        Check check = new Check();
        Integer officers = body.officers() == null ? null
                : check.range("/officers", body.officers(), 1, VisitCommand.MOST_OFFICERS);
        String reason = check.text("/reason", body.reason(), MAX_REASON);
        if (Stream.of(body.askedBy(), body.askedAt(), body.enteredAt(), body.leftAt(), officers, body.inUniform())
                .allMatch(Objects::isNull)) {
            check.wrong("", "missing-field", "Give at least one field that is to be put right.");
        }
        check.refuse();
        VisitCommand.Correct command = new VisitCommand.Correct(call.pathId("visit"), body.askedBy(),
                optional(call, ledger, body.askedAt()), optional(call, ledger, body.enteredAt()),
                optional(call, ledger, body.leftAt()), officers, body.inUniform(), reason, anyPost(call));
        return submit(call, ledger, command).map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static Future<List<Entry>> submit(Call call, Ledger<Picture> ledger, VisitCommand command) {
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Visits.decide(picture, at, author, command));
    }

    private static boolean anyPost(Call call) {
        return call.actor().may(Action.POST_REPORT_FOR_OTHERS);
    }

    private static @Nullable Instant optional(Call call, Ledger<Picture> ledger, @Nullable Instant stated) {
        return stated == null ? null : corrected(call, ledger, stated);
    }

    private static Instant corrected(Call call, Ledger<Picture> ledger, Instant stated) {
        return DeviceTime.corrected(call, ledger.picture().clock(), stated, ledger.realNow());
    }
}
