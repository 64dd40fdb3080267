package kr.haetae.http;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.haetae.alarm.AcknowledgeAlarm;
import kr.haetae.alarm.Alarms;
import kr.haetae.event.AlarmKind;
import kr.haetae.event.Author;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** That a room took note of an alarm. Which alarms there are is read off the picture. */
final class AlarmResource {
    private static final Pattern SUBJECT = Pattern.compile("([a-z][a-z-]{1,39})/([0-9a-z][0-9a-z-]{1,39})");
    private static final Key NONE = new Key("unit", "");

    private record Noted(@Nullable AlarmKind kind, @Nullable String subject, @Nullable Instant since) {}

    private final OpenOperations operations;

    AlarmResource(OpenOperations operations) {
        this.operations = operations;
    }

    /** For the caller's own room. */
    Future<Reply> acknowledge(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Noted body = call.body(Noted.class);
        Check check = new Check();
        AlarmKind kind = check.required("/kind", body.kind(), AlarmKind.DIRECTIVE);
        Key subject = body.subject() == null ? check.required("/subject", null, NONE) : subject(check, body.subject());
        Instant since = check.required("/since", body.since(), Instant.EPOCH);
        check.refuse();
        Author author = call.author();
        AcknowledgeAlarm command = new AcknowledgeAlarm(kind, subject, since);
        return Commands.submit(call, ledger, (picture, at) -> Alarms.decide(picture, at, author, command))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static Key subject(Check check, String given) {
        Matcher key = SUBJECT.matcher(given);
        if (key.matches()) {
            return new Key(key.group(1), key.group(2));
        }
        check.wrong("/subject", "wrong-value", "A subject is a kind and an id, such as incident/0192f0c4-….");
        return NONE;
    }
}
