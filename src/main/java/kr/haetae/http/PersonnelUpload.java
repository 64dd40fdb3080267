package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.roster.PersonnelImport;
import kr.haetae.roster.PostImport;
import org.jspecify.annotations.Nullable;

/**
 * Upload of a list of forces or deployments; docs/roster.md describes the files. Every line is read, then looked up in the
 * operation, then judged by the same rules as a single command: what is wrong is told by line.
 */
final class PersonnelUpload {
    private record LineError(long line, @Nullable String column, String code, String detail) {}

    private record Imported(
            String encoding, int rows, int written, int unchanged, List<String> ignoredColumns,
            List<LineError> errors) {}

    /** What a line comes to: a value with its id, or what is wrong with it. */
    sealed interface Line<T> {
        record Good<T>(UUID id, T value) implements Line<T> {}

        record Wrong<T>(Decision.Refused why) implements Line<T> {}
    }

    /**
     * A kind of list.
     *
     * @param read from bytes to rows
     * @param lookup what the rows mean in an operation, for an author
     * @param batches how the values are submitted
     */
    record Kind<R, T>(
            Function<byte[], PersonnelImport<R>> read,
            Lookup<R, T> lookup,
            Submitting<T> batches) {}

    @FunctionalInterface
    interface Lookup<R, T> {
        Function<R, Line<T>> in(Picture picture, Author author);
    }

    @FunctionalInterface
    interface Submitting<T> {
        Batches<T> of(Ledger<Picture> ledger, Author author, String source);
    }

    private record Looked<T>(int rows, List<T> values, List<LineError> errors) {}

    private final Vertx vertx;
    private final OpenOperations operations;

    PersonnelUpload(Vertx vertx, OpenOperations operations) {
        this.vertx = vertx;
        this.operations = operations;
    }

    /** {@code mode}: {@code all-or-nothing} (as if absent) or {@code valid-rows}; {@code dryRun=true}: only report. */
    <R, T> Future<Reply> upload(Call call, Kind<R, T> kind) {
        Ledger<Picture> ledger = operations.require(call);
        PostImport.Acceptance rule = call.queryEnum("mode", PostImport.Acceptance.class)
                .orElse(PostImport.Acceptance.ALL_OR_NOTHING);
        boolean dryRun = call.queryFlag("dryRun").orElse(false);
        UUID command = call.idempotencyKey();
        String source = call.query("source").orElse("upload");
        Author author = call.author();
        byte[] file = RequestBody.bytes(call.context());
        return vertx.executeBlocking(() -> kind.read().apply(file), false)
                .map(Objects::requireNonNull)
                .compose(parsed -> switch (parsed) {
                    case PersonnelImport.Refused<R> refused -> Future.failedFuture(Problem
                            .of(422, code(refused.code()), "Not acceptable", refused.reason()).exception());
                    case PersonnelImport.Read<R> read -> looked(read, kind.lookup(), ledger.picture(), author)
                            .compose(looked -> take(kind.batches().of(ledger, author, source), command,
                                    accepted(looked, rule), dryRun)
                                    .map(written -> imported(read, looked, written)));
                })
                .map(Reply::ok);
    }

    /** Off the event loop: a national plan has sixty thousand lines. */
    private <R, T> Future<Looked<T>> looked(PersonnelImport.Read<R> read, Lookup<R, T> lookup, Picture picture,
            Author author) {
        return vertx.executeBlocking(() -> look(read, lookup.in(picture, author)), false).map(Objects::requireNonNull);
    }

    private static <R, T> Looked<T> look(PersonnelImport.Read<R> read, Function<R, Line<T>> lookup) {
        List<LineError> errors = new ArrayList<>();
        read.errors().forEach(e -> errors.add(new LineError(e.number(), e.column(), code(e.code()), e.reason())));
        long unread = read.errors().stream().mapToLong(PostImport.LineError::number).distinct().count();
        List<T> values = new ArrayList<>();
        Map<UUID, Long> lineOf = new HashMap<>();
        for (PersonnelImport.Row<R> row : read.rows()) {
            switch (lookup.apply(row.row())) {
                case Line.Wrong<T>(Decision.Refused why) ->
                    errors.add(new LineError(row.line(), null, why.reason().code(), why.detail()));
                case Line.Good<T>(UUID id, T value) -> {
                    Long other = lineOf.putIfAbsent(id, row.line());
                    if (other == null) {
                        values.add(value);
                    } else {
                        errors.add(new LineError(row.line(), null, "duplicate-line",
                                "The same stands in line " + other + "."));
                    }
                }
            }
        }
        errors.sort(Comparator.comparingLong(LineError::line));
        return new Looked<>(read.rows().size() + (int) unread, values, errors);
    }

    private static <T> List<T> accepted(Looked<T> looked, PostImport.Acceptance rule) {
        if (rule == PostImport.Acceptance.ALL_OR_NOTHING && !looked.errors().isEmpty()) {
            throw new Problem(422, "rows-refused", "Not acceptable",
                    looked.errors().size()
                            + " lines are wrong; nothing was taken over. Correct them, or send mode=valid-rows.",
                    looked.errors().stream()
                            .map(e -> new Problem.FieldError("/lines/" + e.line(), e.code(), e.detail())).toList(),
                    null).exception();
        }
        return looked.values();
    }

    private static <T> Future<Batches.Written> take(Batches<T> batches, UUID command, List<T> values, boolean dryRun) {
        return dryRun ? Future.succeededFuture(Batches.Written.NOTHING) : batches.submit(command, values);
    }

    private static Imported imported(PersonnelImport.Read<?> read, Looked<?> looked, Batches.Written written) {
        return new Imported(read.encoding().name(), looked.rows(), written.written(), written.unchanged(),
                read.ignoredColumns(), looked.errors());
    }

    private static String code(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
