package kr.haetae.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import kr.haetae.auth.House;
import kr.haetae.auth.Sealing;
import kr.haetae.blob.FileStore;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.Reason;
import kr.haetae.ledger.Answer;
import kr.haetae.ledger.Ledger;
import kr.haetae.ledger.Submission;
import kr.haetae.picture.Picture;
import kr.haetae.post.PostDesk;
import org.jspecify.annotations.Nullable;

/**
 * What lay unsent on a phone whose account was disabled: the key to seal it with, and the file taken in by a room, under the ids of
 * the commands that the phone had made, so that nothing is doubled that had arrived after all or was taken in before.
 */
final class SealedQueueResource {
    private record Key(Map<String, Object> key, String voucher) {}

    private record Opened(UUID account, @Nullable JsonNode phone, List<QueueLine> items) {}

    /** @param awaited files that a room has still to upload */
    private record Taken(UUID account, String login, String name, Instant sealedAt, long accepted, long known,
            long refused, long awaited, List<QueueLine> items) {
        static Taken of(SealedQueue queue, List<QueueLine> lines) {
            return new Taken(queue.account().id(), queue.account().login(), queue.account().name(), queue.sealedAt(),
                    count(lines, QueueLine.Outcome.ACCEPTED), count(lines, QueueLine.Outcome.KNOWN),
                    count(lines, QueueLine.Outcome.REFUSED),
                    count(lines, QueueLine.Outcome.AWAITED), lines);
        }

        private static long count(List<QueueLine> lines, QueueLine.Outcome outcome) {
            return lines.stream().filter(line -> line.outcome() == outcome).count();
        }
    }

    private final OpenOperations operations;
    private final QueueMedia media;
    private final Sealing sealing;
    private final Supplier<House> house;
    private final PostDesk posts = new PostDesk(CodeTables.reportForms());

    SealedQueueResource(OpenOperations operations, FileStore files, Sealing sealing, Supplier<House> house) {
        this.operations = operations;
        this.media = new QueueMedia(files);
        this.sealing = sealing;
        this.house = house;
    }

    Future<Reply> key(Call call) {
        return Future.succeededFuture(
                Reply.ok(new Key(sealing.publicKey(), sealing.voucher(call.actor().account()))));
    }

    /** For its author, enabled again: his phone gets back what it can't open itself. Writes nothing. */
    Future<Reply> open(Call call) {
        SealedQueue queue = SealedQueue.open(RequestBody.bytes(call.context()), sealing, house.get());
        if (!queue.account().id().equals(call.actor().account())) {
            throw Problem.forbidden("queue-of-another", "Only " + queue.account().login()
                    + " opens this file on a phone; a room takes it in.").exception();
        }
        List<Future<QueueLine>> lines = queue.items().stream().map(item -> standing(queue, item)).toList();
        return Future.all(lines)
                .map(all -> Reply.ok(new Opened(queue.account().id(), queue.phone(), results(lines))));
    }

    Future<Reply> take(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        House known = house.get();
        SealedQueue queue = SealedQueue.open(RequestBody.bytes(call.context()), sealing, known);
        if (!known.covers(call.actor().unit(), queue.account().unit())) {
            throw Problem.forbidden("outside-jurisdiction", queue.account().login() + " belongs to "
                    + queue.account().unit() + ", outside your jurisdiction " + call.actor().unit() + ".").exception();
        }
        QueueEntry entry = new QueueEntry(queue, call.author(), posts);
        List<Future<QueueLine>> lines = new ArrayList<>();
        queue.items().stream().filter(item -> !item.isFile())
                .forEach(item -> lines.add(take(call, ledger, queue, entry, item)));
        // Each at its place, once the reports that files belong to are written.
        Future<?> reports = Future.all(List.copyOf(lines));
        for (int at = 0; at < queue.items().size(); at++) {
            SealedQueue.Item item = queue.items().get(at);
            if (item.isFile()) {
                lines.add(at, reports.compose(written -> takeFile(call, ledger, queue, item)));
            }
        }
        // Repeated as a whole when the outcome of one is unknown: the others are known by then.
        return Future.all(lines).map(all -> Reply.ok(Taken.of(queue, results(lines))));
    }

    private Future<QueueLine> take(Call call, Ledger<Picture> ledger, SealedQueue queue, QueueEntry entry,
            SealedQueue.Item item) {
        if (!item.operation().equals(ledger.id())) {
            return Future.succeededFuture(elsewhere(item));
        }
        Optional<BiFunction<Picture, Instant, Decision>> decision;
        try {
            decision = entry.decision(item, ledger.picture().clock(), ledger.realNow());
        } catch (ProblemException e) {
            return Future.succeededFuture(QueueLine.refused(item, e.problem().code(), e.problem().detail()));
        }
        return decision.map(decide -> submit(call, ledger, queue, item, decide))
                .orElseGet(() -> standing(ledger, queue, item).map(known -> known.orElseGet(
                        () -> QueueLine.refused(item, "queue-by-hand",
                                "Nobody enters this for somebody else: write it anew."))));
    }

    private Future<QueueLine> takeFile(Call call, Ledger<Picture> ledger, SealedQueue queue, SealedQueue.Item item) {
        if (!item.operation().equals(ledger.id())) {
            return Future.succeededFuture(elsewhere(item));
        }
        return standing(ledger, queue, item).compose(known -> known.map(Future::succeededFuture)
                .orElseGet(() -> media.take(call, ledger, queue, item)
                        .compose(next -> switch (next) {
                            case QueueMedia.Next.Told told -> Future.succeededFuture(told.line());
                            case QueueMedia.Next.Attach attach -> submit(call, ledger, queue, item, attach.decide())
                                    .map(line -> line.outcome() == QueueLine.Outcome.REFUSED ? line.with(attach.its())
                                            : line);
                        })));
    }

    private static QueueLine elsewhere(SealedQueue.Item item) {
        return QueueLine.refused(item, "queue-other-operation",
                "It was written in another operation; take the file in there.");
    }

    private static Future<QueueLine> submit(Call call, Ledger<Picture> ledger, SealedQueue queue, SealedQueue.Item item,
            BiFunction<Picture, Instant, Decision> decide) {
        Submission<Picture> submission = new Submission<>(item.id(), call.actor().account(), call.actor().unit(),
                Hash.of("sealed-queue\n".getBytes(StandardCharsets.UTF_8), Json.write(item.task()).getBytes()), decide);
        return ledger.submit(submission).compose(answer -> switch (answer) {
            case Answer.Done done -> Future.succeededFuture(
                    QueueLine.of(item, done.repeated() ? QueueLine.Outcome.KNOWN : QueueLine.Outcome.ACCEPTED,
                            number(done.entries())));
            // The very same file is there.
            case Answer.Refused refused when refused.refusal().reason() == Reason.ALREADY_THERE && item.isFile() ->
                Future.succeededFuture(QueueLine.of(item, QueueLine.Outcome.KNOWN, null));
            case Answer.Refused refused -> Future.succeededFuture(
                    QueueLine.refused(item, refused.refusal().reason().code(), refused.refusal().detail()));
            case Answer.Reused reused -> standing(ledger, queue, item).map(known -> known.orElseGet(
                    () -> QueueLine.refused(item, Commands.REUSED.code(), Commands.REUSED.detail())));
        });
    }

    private Future<QueueLine> standing(SealedQueue queue, SealedQueue.Item item) {
        return operations.bring(item.operation())
                .compose(found -> found.map(ledger -> standing(ledger, queue, item))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .map(known -> known.orElseGet(() -> QueueLine.of(item, QueueLine.Outcome.UNSENT, null)).with(item));
    }

    /** Known when the record has it from its author, or for him. */
    private static Future<Optional<QueueLine>> standing(Ledger<Picture> ledger, SealedQueue queue,
            SealedQueue.Item item) {
        return ledger.made(item.id()).map(entries -> entries.stream()
                .filter(entry -> QueueEntry.isOf(queue.account(), entry))
                .findFirst()
                .map(entry -> QueueLine.of(item, QueueLine.Outcome.KNOWN, number(entries))));
    }

    private static @Nullable String number(List<Entry> entries) {
        return entries.getFirst().event() instanceof Event.IncidentReported reported ? reported.number() : null;
    }

    private static List<QueueLine> results(List<Future<QueueLine>> lines) {
        List<QueueLine> results = new ArrayList<>();
        lines.forEach(line -> results.add(line.result()));
        return results;
    }
}
