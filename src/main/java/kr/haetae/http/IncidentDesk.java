package kr.haetae.http;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Reason;
import kr.haetae.incident.Incident;
import kr.haetae.incident.IncidentCommand;
import kr.haetae.incident.Incidents;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;

/**
 * From a request about one incident to the ledger. {@code If-Match: "<seq>"} (the incident's {@code seq} as the caller saw it) makes
 * it fail with {@code changed-meanwhile} when somebody was there before, and tells what he did.
 */
final class IncidentDesk {
    private static final Pattern SEQ = Pattern.compile("\"(\\d{1,18})\"");

    private final OpenOperations operations;

    IncidentDesk(OpenOperations operations) {
        this.operations = operations;
    }

    Future<Reply> act(Call call, IncidentCommand command) {
        Ledger<Picture> ledger = operations.require(call);
        Author author = call.author();
        Optional<Long> seen = seen(call);
        return Commands
                .submit(call, ledger, (picture, at) -> changed(picture, command.incident(), seen)
                        .orElseGet(() -> Incidents.decide(picture, at, author, command)))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)))
                .recover(failure -> failure instanceof ProblemException problem && problem.problem().status() == 412
                        ? whatChanged(ledger, command.incident(), seen.orElse(0L), problem.problem())
                        : Future.failedFuture(failure));
    }

    static UUID incident(Call call) {
        return call.pathId("incident");
    }

    private static Optional<Long> seen(Call call) {
        String header = call.context().request().getHeader("If-Match");
        if (header == null || header.equals("*")) {
            return Optional.empty();
        }
        Matcher matcher = SEQ.matcher(header.strip());
        if (!matcher.matches()) {
            throw Problem.bad("malformed-if-match", "If-Match is the incident's seq in quotes, as its ETag.")
                    .exception();
        }
        return Optional.of(Long.parseLong(matcher.group(1)));
    }

    private static Optional<Decision> changed(Picture picture, UUID incident, Optional<Long> seen) {
        return picture.held(Incident.key(incident))
                .map(Held::seq)
                .filter(now -> seen.isPresent() && !seen.get().equals(now))
                .map(now -> Decision.refuse(Reason.CHANGED_MEANWHILE,
                        "The incident has changed since you looked at it; see what was done, then decide again."));
    }

    private static Future<Reply> whatChanged(Ledger<Picture> ledger, UUID incident, long seen, Problem problem) {
        List<Long> since = ledger.picture().trace(Incident.key(incident)).stream().filter(seq -> seq > seen).limit(100)
                .toList();
        return ledger.entries(since).compose(entries -> Future.failedFuture(
                new Problem(problem.status(), problem.code(), problem.title(), problem.detail(),
                        entries.stream().map(entry -> line(entry, ledger.picture())).toList(), null).exception()));
    }

    private static Problem.FieldError line(Entry entry, Picture picture) {
        TimelineLine line = TimelineLine.of(entry, picture);
        return new Problem.FieldError("/timeline/" + line.seq(), line.type(), line.unit() + " at " + line.at());
    }
}
