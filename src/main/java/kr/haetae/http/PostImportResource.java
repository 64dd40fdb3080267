package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.PlacedPost;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.roster.Placement;
import kr.haetae.roster.PostCsv;
import kr.haetae.roster.PostImport;
import org.jspecify.annotations.Nullable;

/** Upload of a list of posts; docs/roster.md describes the file. */
final class PostImportResource {
    private record LineError(long line, @Nullable String column, String code, String detail) {}

    private record Waiting(long line, UUID post, String name, String province, String district,
            List<String> candidates) {}

    private record Imported(
            String encoding,
            int rows,
            int written,
            int unchanged,
            long mapped,
            long ambiguous,
            long unmapped,
            List<String> ignoredColumns,
            List<Waiting> waiting,
            List<LineError> errors) {}

    private final Vertx vertx;
    private final OpenOperations operations;

    PostImportResource(Vertx vertx, OpenOperations operations) {
        this.vertx = vertx;
        this.operations = operations;
    }

    /** {@code mode}: {@code all-or-nothing} (as if absent) or {@code valid-rows}; {@code dryRun=true}: only report. */
    Future<Reply> upload(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        PostImport.Acceptance rule = call.queryEnum("mode", PostImport.Acceptance.class)
                .orElse(PostImport.Acceptance.ALL_OR_NOTHING);
        boolean dryRun = call.queryFlag("dryRun").orElse(false);
        UUID command = call.idempotencyKey();
        String source = call.query("source").orElse("upload");
        Author author = call.author();
        byte[] file = RequestBody.bytes(call.context());
        return vertx.executeBlocking(() -> PostCsv.read(file), false)
                .map(Objects::requireNonNull)
                .compose(parsed -> switch (parsed) {
                    case PostImport.Refused refused -> Future.failedFuture(
                            Problem.of(422, code(refused.code()), "Not acceptable", refused.reason()).exception());
                    case PostImport.Read read -> {
                        List<PlacedPost> posts = accepted(read, rule);
                        yield dryRun
                                ? Future.succeededFuture(imported(read, new PostPlacing.Placed(0, 0)))
                                : new PostPlacing(ledger, author, command, source).place(posts)
                                        .map(placed -> imported(read, placed));
                    }
                })
                .map(Reply::ok);
    }

    private static List<PlacedPost> accepted(PostImport.Read read, PostImport.Acceptance rule) {
        if (rule == PostImport.Acceptance.ALL_OR_NOTHING && !read.errors().isEmpty()) {
            throw new Problem(422, "rows-refused", "Not acceptable",
                    read.errors().size()
                            + " lines are wrong; nothing was taken over. Correct them, or send mode=valid-rows.",
                    read.errors().stream()
                            .map(e -> new Problem.FieldError("/lines/" + e.number(), code(e.code()), e.reason()))
                            .toList(),
                    null).exception();
        }
        return read.accepted(rule).stream().map(Placement::of).toList();
    }

    private static Imported imported(PostImport.Read read, PostPlacing.Placed placed) {
        return new Imported(read.encoding().name(), read.lines().size() + read.errors().size(), placed.written(),
                placed.unchanged(), read.mapped(), read.ambiguous(), read.unmapped(), read.ignoredColumns(),
                read.waiting().stream().map(PostImportResource::waiting).toList(),
                read.errors().stream().map(e -> new LineError(e.number(), e.column(), code(e.code()), e.reason()))
                        .toList());
    }

    private static Waiting waiting(PostImport.Line line) {
        PlacedPost post = Placement.of(line.post());
        return new Waiting(line.number(), post.id(), post.name(), line.post().province(), line.post().district(),
                post.candidates().stream().map(Object::toString).toList());
    }

    private static String code(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
