package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.haetae.auth.Action;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.NamedId;
import kr.haetae.incident.Bulk;
import kr.haetae.ledger.Answer;
import kr.haetae.ledger.Ledger;
import kr.haetae.ledger.Submission;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/**
 * One step for up to two hundred incidents: as one entry set, all or none, or each by itself under an id made from the request's and
 * its place. {@code preview=true} says what would become of each, and writes nothing.
 */
final class IncidentBulkResource {
    private static final int MAX_INCIDENTS = 200;
    private static final UUID NOBODY = new UUID(0, 0);

    private record Line(@Nullable UUID incident, @Nullable Long seq) {}

    private record Wanted(
            @Nullable BulkAction action,
            @Nullable List<@Nullable Line> incidents,
            BulkAction.@Nullable Terms body,
            @Nullable Boolean allOrNothing) {}

    /** @param code why not, with {@code detail}; absent when it is done, or would be */
    private record Outcome(UUID incident, boolean done, @Nullable String code, @Nullable String detail) {
        static Outcome done(Bulk.Item item) {
            return new Outcome(item.incident(), true, null, null);
        }
    }

    private record Outcomes(
            boolean preview, int done, int refused, List<Outcome> items,
            @JsonUnwrapped Commands.@Nullable Receipt receipt) {
        static Outcomes of(boolean preview, List<Outcome> items, Commands.@Nullable Receipt receipt) {
            int done = (int) items.stream().filter(Outcome::done).count();
            return new Outcomes(preview, done, items.size() - done, items, receipt);
        }
    }

    private record Told(Outcome outcome, List<Entry> entries) {}

    private final OpenOperations operations;

    IncidentBulkResource(OpenOperations operations) {
        this.operations = operations;
    }

    Future<Reply> act(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        UUID key = call.idempotencyKey();
        boolean preview = call.queryFlag("preview").orElse(false);
        Wanted wanted = call.body(Wanted.class);
        Check check = new Check();
        BulkAction action = check.required("/action", wanted.action(), BulkAction.ACKNOWLEDGE);
        List<Bulk.Item> items = items(check, wanted.incidents());
        boolean allOrNothing = check.required("/allOrNothing", wanted.allOrNothing(), true);
        Bulk bulk = new Bulk(call.author(),
                action.step(Objects.requireNonNullElse(wanted.body(), BulkAction.Terms.NONE), check,
                        call.actor().may(Action.INCIDENT_APPROVE_CLOSURE)));
        check.refuse();
        if (!call.actor().may(action.duty())) {
            throw Problem.forbidden("not-your-duty", "Your role does not include " + action.duty().code() + ".")
                    .exception();
        }
        if (preview) {
            return preview(call, ledger, bulk, items);
        }
        return allOrNothing ? together(call, ledger, bulk, items) : each(call, ledger, bulk, items, key);
    }

    private static List<Bulk.Item> items(Check check, @Nullable List<@Nullable Line> lines) {
        List<@Nullable Line> given = Objects.requireNonNullElse(lines, List.of());
        if (given.isEmpty() || given.size() > MAX_INCIDENTS) {
            check.wrong("/incidents", "out-of-range", "Name 1 to " + MAX_INCIDENTS + " incidents.");
        }
        List<Bulk.Item> items = new ArrayList<>();
        Set<UUID> named = new HashSet<>();
        for (int i = 0; i < Math.min(given.size(), MAX_INCIDENTS); i++) {
            Line line = given.get(i);
            String pointer = "/incidents/" + i;
            UUID incident = check.required(pointer + "/incident", line == null ? null : line.incident(), NOBODY);
            if (!incident.equals(NOBODY) && !named.add(incident)) {
                check.wrong(pointer, "named-twice", "The incident " + incident + " is named twice.");
            }
            items.add(new Bulk.Item(incident, line == null ? null : line.seq()));
        }
        return items;
    }

    private static Future<Reply> preview(Call call, Ledger<Picture> ledger, Bulk bulk, List<Bulk.Item> items) {
        return Views.seen(call, ledger).map(head -> {
            Instant now = ledger.now();
            List<Outcome> outcomes = items.stream()
                    .map(item -> outcome(item, bulk.one(head.picture(), now, item)))
                    .toList();
            return Reply.ok(Outcomes.of(true, outcomes, null));
        });
    }

    private static Outcome outcome(Bulk.Item item, Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> Outcome.done(item);
            case Decision.Refused refused ->
                new Outcome(item.incident(), false, refused.reason().code(), refused.detail());
        };
    }

    private static Future<Reply> together(Call call, Ledger<Picture> ledger, Bulk bulk, List<Bulk.Item> items) {
        return Commands.submit(call, ledger, (picture, at) -> bulk.all(picture, at, items))
                .map(entries -> Reply.ok(Outcomes.of(false, items.stream().map(Outcome::done).toList(),
                        Commands.Receipt.of(entries))));
    }

    /** The first alone, so that a reused key is refused before anything is written; the others in one go. */
    private static Future<Reply> each(Call call, Ledger<Picture> ledger, Bulk bulk, List<Bulk.Item> items, UUID key) {
        return one(call, ledger, bulk, items.getFirst(), NamedId.of(key, "incident 0")).compose(first -> {
            List<Future<Told>> others = IntStream.range(1, items.size())
                    .mapToObj(i -> one(call, ledger, bulk, items.get(i), NamedId.of(key, "incident " + i)))
                    .toList();
            return Future.join(others).map(joined -> {
                List<Told> all = new ArrayList<>(List.of(first));
                others.forEach(other -> all.add(other.result()));
                return Reply.ok(Outcomes.of(false, all.stream().map(Told::outcome).toList(), receipt(key, all)));
            });
        });
    }

    /** Fails when it is not known what became of it, or the id belongs to another request; the same request may be sent again. */
    private static Future<Told> one(Call call, Ledger<Picture> ledger, Bulk bulk, Bulk.Item item, UUID command) {
        return ledger
                .submit(new Submission<>(command, call.actor().account(), call.actor().unit(), call.requestHash(),
                        (picture, at) -> bulk.one(picture, at, item)))
                .map(answer -> switch (answer) {
                    case Answer.Done done -> new Told(Outcome.done(item), done.entries());
                    case Answer.Refused refused -> new Told(outcome(item, refused.refusal()), List.of());
                    case Answer.Reused reused -> throw Commands.REUSED.exception();
                });
    }

    /** The newest of what was written; none when nothing was. */
    private static Commands.@Nullable Receipt receipt(UUID key, List<Told> all) {
        Entry last = null;
        for (Told told : all) {
            for (Entry entry : told.entries()) {
                last = last == null || entry.seq() > last.seq() ? entry : last;
            }
        }
        return last == null ? null : new Commands.Receipt(key, last.seq(), last.cursor(), last.at());
    }
}
