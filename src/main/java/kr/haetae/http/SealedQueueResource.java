package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
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

    /** What became of one report. */
    enum Outcome {
        ACCEPTED,
        /** It stands in the record already: it had arrived, or came with an earlier file. */
        KNOWN,
        REFUSED,
        /** Only opened, by its author: his phone sends it. */
        UNSENT
    }

    /** @param task what was written, for whoever has to write it anew or to send it; absent when a room need not see it again */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Line(UUID id, UUID operation, String what, String place, Outcome outcome, @Nullable String number,
            @Nullable String code, @Nullable String detail, @Nullable JsonNode task) {
        static Line of(SealedQueue.Item item, Outcome outcome, @Nullable String number) {
            return new Line(item.id(), item.operation(), item.what(), item.place(), outcome, number, null, null, null);
        }

        Line with(SealedQueue.Item item) {
            return new Line(id, operation, what, place, outcome, number, code, detail, item.task());
        }

        static Line refused(SealedQueue.Item item, String code, String detail) {
            return new Line(item.id(), item.operation(), item.what(), item.place(), Outcome.REFUSED, null, code, detail,
                    item.task());
        }
    }

    private record Opened(UUID account, @Nullable JsonNode phone, List<Line> items) {}

    private record Taken(UUID account, String login, String name, Instant sealedAt, long accepted, long known,
            long refused, List<Line> items) {
        static Taken of(SealedQueue queue, List<Line> lines) {
            return new Taken(queue.account().id(), queue.account().login(), queue.account().name(), queue.sealedAt(),
                    count(lines, Outcome.ACCEPTED), count(lines, Outcome.KNOWN), count(lines, Outcome.REFUSED), lines);
        }

        private static long count(List<Line> lines, Outcome outcome) {
            return lines.stream().filter(line -> line.outcome() == outcome).count();
        }
    }

    private final OpenOperations operations;
    private final Sealing sealing;
    private final Supplier<House> house;
    private final PostDesk posts = new PostDesk(CodeTables.reportForms());

    SealedQueueResource(OpenOperations operations, Sealing sealing, Supplier<House> house) {
        this.operations = operations;
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
        List<Future<Line>> lines = queue.items().stream().map(item -> standing(queue, item)).toList();
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
        List<Future<Line>> lines = queue.items().stream().map(item -> take(call, ledger, queue, entry, item)).toList();
        // Repeated as a whole when the outcome of one is unknown: the others are known by then.
        return Future.all(lines).map(all -> Reply.ok(Taken.of(queue, results(lines))));
    }

    private Future<Line> take(Call call, Ledger<Picture> ledger, SealedQueue queue, QueueEntry entry,
            SealedQueue.Item item) {
        if (!item.operation().equals(ledger.id())) {
            return Future.succeededFuture(Line.refused(item, "queue-other-operation",
                    "It was written in another operation; take the file in there."));
        }
        Optional<BiFunction<Picture, Instant, Decision>> decision;
        try {
            decision = entry.decision(item, ledger.picture().clock(), ledger.realNow());
        } catch (ProblemException e) {
            return Future.succeededFuture(Line.refused(item, e.problem().code(), e.problem().detail()));
        }
        return decision.map(decide -> submit(call, ledger, queue, item, decide))
                .orElseGet(() -> standing(ledger, queue, item).map(known -> known.orElseGet(
                        () -> Line.refused(item, "queue-by-hand",
                                "Nobody enters this for somebody else: write it anew."))));
    }

    private static Future<Line> submit(Call call, Ledger<Picture> ledger, SealedQueue queue, SealedQueue.Item item,
            BiFunction<Picture, Instant, Decision> decide) {
        Submission<Picture> submission = new Submission<>(item.id(), call.actor().account(), call.actor().unit(),
                Hash.of("sealed-queue\n".getBytes(StandardCharsets.UTF_8), Json.write(item.task()).getBytes()), decide);
        return ledger.submit(submission).compose(answer -> switch (answer) {
            case Answer.Done done -> Future.succeededFuture(
                    Line.of(item, done.repeated() ? Outcome.KNOWN : Outcome.ACCEPTED, number(done.entries())));
            case Answer.Refused refused -> Future.succeededFuture(
                    Line.refused(item, refused.refusal().reason().code(), refused.refusal().detail()));
            case Answer.Reused reused -> standing(ledger, queue, item).map(known -> known.orElseGet(
                    () -> Line.refused(item, Commands.REUSED.code(), Commands.REUSED.detail())));
        });
    }

    private Future<Line> standing(SealedQueue queue, SealedQueue.Item item) {
        return operations.bring(item.operation())
                .compose(found -> found.map(ledger -> standing(ledger, queue, item))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .map(known -> known.orElseGet(() -> Line.of(item, Outcome.UNSENT, null)).with(item));
    }

    /** Known when the record has it from its author, or for him. */
    private static Future<Optional<Line>> standing(Ledger<Picture> ledger, SealedQueue queue, SealedQueue.Item item) {
        return ledger.made(item.id()).map(entries -> entries.stream()
                .filter(entry -> queue.account().id().equals(entry.account())
                        || queue.account().id().equals(QueueEntry.reporter(entry.event())))
                .findFirst()
                .map(entry -> Line.of(item, Outcome.KNOWN, number(entries))));
    }

    private static @Nullable String number(List<Entry> entries) {
        return entries.getFirst().event() instanceof Event.IncidentReported reported ? reported.number() : null;
    }

    private static List<Line> results(List<Future<Line>> lines) {
        List<Line> results = new ArrayList<>();
        lines.forEach(line -> results.add(line.result()));
        return results;
    }
}
