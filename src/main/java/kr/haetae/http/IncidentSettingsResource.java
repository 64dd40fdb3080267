package kr.haetae.http;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.haetae.event.Author;
import kr.haetae.event.EscalationRule;
import kr.haetae.event.Handling;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentSettings;
import kr.haetae.event.Phase;
import kr.haetae.event.RoutingRule;
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

    private record Route(@Nullable List<@Nullable IncidentKind> kinds, @Nullable Handling handling,
            @Nullable Boolean atAgency) {}

    /** Without {@code routing} that stays as it is. */
    private record Settings(@Nullable Boolean closureNeedsApproval, @Nullable List<Rule> escalation,
            @Nullable List<@Nullable Route> routing) {}

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
        Optional<List<RoutingRule>> routing = Optional.ofNullable(body.routing()).map(given -> routing(check, given));
        check.refuse();
        Author author = call.author();
        return Commands
                .submit(call, ledger, (picture, at) -> IncidentSettingsEntity.decide(picture, author,
                        new IncidentSettings(approval, escalation,
                                routing.orElseGet(() -> IncidentSettingsEntity.of(picture).routing()))))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static List<RoutingRule> routing(Check check, List<@Nullable Route> routes) {
        if (routes.size() > MAX_RULES) {
            check.wrong("/routing", "out-of-range", "There are at most " + MAX_RULES + " rules.");
        }
        List<RoutingRule> rules = new ArrayList<>();
        for (int i = 0; i < Math.min(routes.size(), MAX_RULES); i++) {
            rules.add(route(check, "/routing/" + i, Objects.requireNonNullElse(routes.get(i),
                    new Route(null, null, null))));
        }
        return rules;
    }

    private static RoutingRule route(Check check, String pointer, Route route) {
        List<IncidentKind> kinds = check.all(pointer + "/kinds", route.kinds(), IncidentKind.OTHER);
        if (route.kinds() != null && kinds.isEmpty()) {
            check.wrong(pointer + "/kinds", "out-of-range", "A rule names at least one kind.");
        }
        return new RoutingRule(kinds.stream().distinct().toList(),
                check.required(pointer + "/handling", route.handling(), Handling.SITUATION),
                check.required(pointer + "/atAgency", route.atAgency(), false));
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
