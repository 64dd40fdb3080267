package kr.haetae.http;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.haetae.directive.DirectiveSettingsEntity;
import kr.haetae.event.Author;
import kr.haetae.event.ChaseRule;
import kr.haetae.event.DirectiveSettings;
import kr.haetae.event.DirectiveUrgency;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** How directives are followed in an operation. */
final class DirectiveSettingsResource {
    private static final int DAY = 24 * 60;

    private record Rule(@Nullable DirectiveUrgency urgency, @Nullable Integer acknowledgeWithin,
            @Nullable Integer repeatEvery) {}

    private record Settings(@Nullable List<@Nullable Rule> chasing) {}

    private final OpenOperations operations;

    DirectiveSettingsResource(OpenOperations operations) {
        this.operations = operations;
    }

    /** Those that hold now, be they the standard ones. */
    Future<Reply> get(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        return Views.seen(call, ledger).map(head -> Reply.ok(DirectiveSettingsEntity.of(head.picture()))
                .with(Call.CURSOR_HEADER, head.picture().cursor().toString()));
    }

    Future<Reply> put(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Settings body = call.body(Settings.class);
        Check check = new Check();
        List<@Nullable Rule> rules = check.required("/chasing", body.chasing(), List.<@Nullable Rule>of());
        List<ChaseRule> chasing = new ArrayList<>();
        for (int i = 0; i < Math.min(rules.size(), DirectiveUrgency.values().length); i++) {
            chasing.add(rule(check, "/chasing/" + i,
                    Objects.requireNonNullElse(rules.get(i), new Rule(null, null, null))));
        }
        if (body.chasing() != null && (rules.size() != DirectiveUrgency.values().length
                || chasing.stream().map(ChaseRule::urgency).distinct().count() != chasing.size())) {
            check.wrong("/chasing", "wrong-value", "There is one rule for each urgency.");
        }
        check.refuse();
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> DirectiveSettingsEntity.decide(picture, author,
                new DirectiveSettings(chasing))).map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static ChaseRule rule(Check check, String pointer, Rule rule) {
        return new ChaseRule(check.required(pointer + "/urgency", rule.urgency(), DirectiveUrgency.ROUTINE),
                check.range(pointer + "/acknowledgeWithin", rule.acknowledgeWithin(), 1, DAY),
                check.range(pointer + "/repeatEvery", rule.repeatEvery(), 1, DAY));
    }
}
