package kr.haetae.http;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.haetae.event.Author;
import kr.haetae.event.EscalationRule;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentSettings;
import kr.haetae.event.Phase;
import kr.haetae.incident.IncidentSettingsEntity;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** How incidents are worked in an operation. */
final class IncidentSettingsResource {
    private static final int MAX_RULES = 200;
    private static final int DAY = 24 * 60;

    private record Rule(
            @Nullable IncidentKind kind,
            @Nullable Integer code,
            @Nullable Phase phase,
            EscalationRule.@Nullable Waiting waiting,
            @Nullable Integer minutes) {}

    private record Settings(@Nullable Boolean closureNeedsApproval, @Nullable List<Rule> escalation) {}

    private final OpenOperations operations;

    IncidentSettingsResource(OpenOperations operations) {
        this.operations = operations;
    }

    /** Those that hold now, be they the standard ones. */
    Future<Reply> get(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        return Views.seen(call, ledger).map(head -> Reply.ok(IncidentSettingsEntity.of(head.picture()))
                .with(Call.CURSOR_HEADER, head.picture().cursor().toString()));
    }

    Future<Reply> put(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Settings body = call.body(Settings.class);
        Check check = new Check();
        boolean approval = check.required("/closureNeedsApproval", body.closureNeedsApproval(), false);
        List<Rule> rules = check.required("/escalation", body.escalation(), List.of());
        if (rules.size() > MAX_RULES) {
            check.wrong("/escalation", "out-of-range", "There are at most " + MAX_RULES + " rules.");
        }
        List<EscalationRule> escalation = new ArrayList<>();
        for (int i = 0; i < Math.min(rules.size(), MAX_RULES); i++) {
            escalation.add(rule(check, "/escalation/" + i, Objects.requireNonNullElse(rules.get(i),
                    new Rule(null, null, null, null, null))));
        }
        check.refuse();
        Author author = call.author();
        IncidentSettings settings = new IncidentSettings(approval, escalation);
        return Commands
                .submit(call, ledger, (picture, at) -> IncidentSettingsEntity.decide(picture, author, settings))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static EscalationRule rule(Check check, String pointer, Rule rule) {
        return new EscalationRule(
                rule.kind(),
                rule.code() == null ? null : check.range(pointer + "/code", rule.code(), 0, 4),
                rule.phase(),
                check.required(pointer + "/waiting", rule.waiting(), EscalationRule.Waiting.ACKNOWLEDGEMENT),
                check.range(pointer + "/minutes", rule.minutes(), 1, DAY));
    }
}
