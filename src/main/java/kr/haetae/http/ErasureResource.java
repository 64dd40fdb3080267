package kr.haetae.http;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kr.haetae.erasure.Erasure;
import kr.haetae.erasure.ErasureCommand;
import kr.haetae.erasure.ErasureState;
import kr.haetae.erasure.Erasures;
import kr.haetae.event.Author;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureBasis;
import kr.haetae.event.Event;
import kr.haetae.event.EventCodec;
import kr.haetae.event.Reason;
import kr.haetae.event.Redaction;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Words of entries, destroyed by two people. */
final class ErasureResource {
    private static final int MOST = 1_000;

    private record Nothing() {}

    private record Asking(@Nullable String reason, @Nullable ErasureBasis basis) {}

    private record Why(@Nullable String reason) {}

    /** @param type of the entry's event; by it and {@code subject} one finds the entry in a timeline */
    private record Line(long seq, String type, String subject, TimelineLine.Erasing erasure) {}

    private record Page(List<Line> items) {}

    /** An entry that the caller may see, and in whose history it stands. */
    private record Found(Entry entry, String subject) {
        Event left() {
            return Redaction.of(entry.event()).map(Redaction::left).orElseGet(entry::event);
        }
    }

    private final OpenOperations operations;

    ErasureResource(OpenOperations operations) {
        this.operations = operations;
    }

    /** Newest request first; {@code state}: only these. Those of entries that the caller may not see are left out. */
    Future<Reply> list(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Optional<ErasureState> state = call.queryEnum("state", ErasureState.class);
        return Views.seen(call, ledger).compose(head -> {
            Picture picture = head.picture();
            List<Erasure> found = new ArrayList<>();
            for (Held held : picture.all(Erasure.KIND)) {
                Erasure erasure = (Erasure) held.entity();
                if (state.map(wanted -> wanted == erasure.state()).orElse(true)
                        && visible(call, picture, erasure.subject())) {
                    found.add(erasure);
                }
            }
            found.sort(Comparator.comparing(Erasure::requestedAt).thenComparing(Erasure::entry).reversed());
            List<Erasure> shown = found.subList(0, Math.min(MOST, found.size()));
            return ledger.entries(shown.stream().map(Erasure::entry).toList()).map(entries -> Reply
                    .ok(new Page(lines(shown, entries))).with(Call.CURSOR_HEADER, picture.cursor().toString()));
        });
    }

    private static List<Line> lines(List<Erasure> shown, List<Entry> entries) {
        return shown.stream().map(erasure -> new Line(erasure.entry(),
                entries.stream().filter(it -> it.seq() == erasure.entry()).findFirst()
                        .map(it -> EventCodec.type(it.event())).orElseThrow(),
                erasure.subject(), TimelineLine.Erasing.of(erasure))).toList();
    }

    Future<Reply> request(Call call) {
        Asking body = call.body(Asking.class);
        Check check = new Check();
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        ErasureBasis basis = check.required("/basis", body.basis(), ErasureBasis.ORDER);
        check.refuse();
        return act(call, found -> new ErasureCommand.Request(found.entry().seq(), found.subject(), reason, basis));
    }

    Future<Reply> approve(Call call) {
        call.body(Nothing.class);
        return act(call, found -> new ErasureCommand.Approve(found.entry().seq(), found.left()));
    }

    Future<Reply> refuse(Call call) {
        Why body = call.body(Why.class);
        Check check = new Check();
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        return act(call, found -> new ErasureCommand.Refuse(found.entry().seq(), reason));
    }

    @FunctionalInterface
    private interface Command {
        ErasureCommand of(Found found);
    }

    private Future<Reply> act(Call call, Command command) {
        Ledger<Picture> ledger = operations.require(call);
        Author author = call.author();
        long seq = call.pathSeq("seq");
        return Views.seen(call, ledger)
                .compose(head -> seq > head.seq() ? Future.failedFuture(absent(seq).exception())
                        : ledger.entries(List.of(seq)).map(entries -> found(call, head.picture(), entries.getFirst())))
                .compose(found -> Commands.submit(call, ledger,
                        (picture, at) -> Erasures.decide(picture, author, command.of(found))))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    /** What was asked for once was erasable; of what is erased nothing tells that any more. */
    private static Found found(Call call, Picture picture, Entry entry) {
        String subject = picture.find(Erasure.key(entry.seq()), Erasure.class).map(Erasure::subject)
                .or(() -> Redaction.of(entry.event()).map(Redaction::subject))
                .orElseThrow(() -> Problem.of(409, Reason.ENTRY_NOT_ERASABLE.code(), "Conflict",
                        "Entry " + entry.seq() + " holds no words that can be destroyed.").exception());
        if (!visible(call, picture, subject)) {
            throw absent(entry.seq()).exception();
        }
        return new Found(entry, subject);
    }

    private static boolean visible(Call call, Picture picture, String subject) {
        int slash = subject.indexOf('/');
        return picture.held(new Key(subject.substring(0, slash), subject.substring(slash + 1)))
                .filter(held -> picture.permits(Views.own(call.actor()), held.entity())).isPresent();
    }

    private static Problem absent(long seq) {
        return Problem.absent(Reason.UNKNOWN_ENTRY.code(), "There is no entry " + seq + " that you may see.");
    }
}
