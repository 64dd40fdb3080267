package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.LevelState;
import kr.haetae.event.NamedId;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.PlannedLevel;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Ledger;
import kr.haetae.level.Effective;
import kr.haetae.level.Level;
import kr.haetae.level.LevelCommand;
import kr.haetae.level.LevelPreview;
import kr.haetae.level.Levels;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Emergency levels: which were declared, which hold, what one would do, a new one, the plan. */
final class LevelResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    /** A page looks at so many at most. */
    private static final int MAX_LOOKED_AT = 20_000;
    private static final int MAX_REASON = ReportResource.MAX_TEXT;
    /** A plan of 500 steps is one entry. */
    private static final int MAX_STEP_REASON = 200;

    private record Raw(@JsonRawValue @JsonValue String json) {}

    private record Page(List<Raw> items, @Nullable Long next) {}

    /** @param unit of a declaration that holds here: this unit's or one above */
    private record Holding(UnitCode unit, EmergencyLevel level, @Nullable UUID declaration, @Nullable UnitCode of) {}

    private record Holdings(List<Holding> items) {}

    private record Declaration(@Nullable UnitCode unit, @Nullable EmergencyLevel level, @Nullable Instant from,
            @Nullable Instant until, @Nullable String reason, @Nullable Boolean urgent) {}

    private record Declared(@JsonUnwrapped Commands.Receipt receipt, UUID id) {}

    private record Step(@Nullable UUID id, @Nullable UnitCode unit, @Nullable EmergencyLevel level,
            @Nullable Instant from, @Nullable Instant until, @Nullable String reason) {}

    private record Plan(@Nullable List<@Nullable Step> steps) {}

    private final OpenOperations operations;

    LevelResource(OpenOperations operations) {
        this.operations = operations;
    }

    /** Newest first; {@code after}: the {@code next} of the page before. */
    Future<Reply> list(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Optional<UnitCode> unit = call.queryUnit("unit");
        Optional<LevelState> state = call.queryEnum("state", LevelState.class);
        int limit = call.queryNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT).intValue();
        long before = call.queryNumber("after", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
        return Views.seen(call, ledger).map(head -> {
            Picture picture = head.picture();
            unit.ifPresent(scope -> Views.of(call, picture, scope));
            List<Raw> items = new ArrayList<>();
            long last = before;
            int looked = 0;
            for (Held held : picture.chronicleBefore(Level.KIND, before)) {
                if (items.size() == limit || looked++ == MAX_LOOKED_AT) {
                    return found(new Page(items, last), picture);
                }
                last = held.born();
                Level level = (Level) held.entity();
                if (picture.permits(Views.own(call.actor()), level)
                        && unit.map(scope -> picture.tree().covers(scope, level.unit())).orElse(true)
                        && state.map(wanted -> wanted == level.state()).orElse(true)) {
                    items.add(new Raw(new String(held.json(), StandardCharsets.UTF_8)));
                }
            }
            return found(new Page(items, null), picture);
        });
    }

    private static Reply found(Object body, Picture picture) {
        return Reply.ok(body).with(Call.CURSOR_HEADER, picture.cursor().toString());
    }

    /** For the unit and each below. */
    Future<Reply> effective(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Optional<UnitCode> unit = call.queryUnit("unit");
        return Views.seen(call, ledger).map(head -> {
            Picture picture = head.picture();
            UnitCode scope = Views.of(call, picture, unit.orElse(call.actor().unit())).scope();
            Effective effective = Effective.of(picture);
            List<Holding> items = new ArrayList<>();
            for (PlacedUnit each : picture.tree().units()) {
                if (picture.tree().covers(scope, each.code())) {
                    items.add(holding(each.code(), effective.at(each.code())));
                }
            }
            return found(new Holdings(items), picture);
        });
    }

    private static Holding holding(UnitCode unit, Effective.Holding held) {
        Level declared = held.declared();
        return declared == null ? new Holding(unit, held.level(), null, null)
                : new Holding(unit, held.level(), declared.declaration(), declared.unit());
    }

    /** The declaration's id is its command's. */
    Future<Reply> declare(Call call) {
        LevelCommand.Declare command = wanted(call, call.idempotencyKey());
        Ledger<Picture> ledger = operations.require(call);
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Levels.decide(picture, at, author, command))
                .map(entries -> Reply.created(new Declared(Commands.Receipt.of(entries), command.declaration())));
    }

    /** What it would do; nothing is recorded, so it takes no Idempotency-Key. */
    Future<Reply> preview(Call call) {
        LevelCommand.Declare command = wanted(call, new UUID(0, 0));
        Ledger<Picture> ledger = operations.require(call);
        return Views.seen(call, ledger).map(head -> switch (LevelPreview.of(head.picture(), ledger.now(), call.author(),
                command)) {
            case LevelPreview.Answer.Shown shown -> Reply.ok(shown.preview());
            case LevelPreview.Answer.Refused refused -> throw Problems.of(refused.refusal()).exception();
        });
    }

    private static LevelCommand.Declare wanted(Call call, UUID declaration) {
        Declaration body = call.body(Declaration.class);
        Check check = new Check();
        LevelCommand.Declare command = new LevelCommand.Declare(declaration,
                check.required("/unit", body.unit(), UnitCode.HEADQUARTERS),
                check.required("/level", body.level(), EmergencyLevel.NORMAL),
                body.from(),
                body.until(),
                check.text("/reason", body.reason(), MAX_REASON),
                Objects.requireNonNullElse(body.urgent(), false));
        check.refuse();
        return command;
    }

    /** A step without an id gets one made of what it is, so that the same plan sent again is the same plan. */
    Future<Reply> plan(Call call) {
        Plan body = call.body(Plan.class);
        Check check = new Check();
        List<@Nullable Step> wanted = check.required("/steps", body.steps(), List.<@Nullable Step>of());
        List<PlannedLevel> steps = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            steps.add(step(call.pathId("operation"), check, "/steps/" + i, wanted.get(i)));
        }
        check.refuse();
        Ledger<Picture> ledger = operations.require(call);
        Author author = call.author();
        LevelCommand command = new LevelCommand.SetPlan(steps);
        return Commands.submit(call, ledger, (picture, at) -> Levels.decide(picture, at, author, command))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static PlannedLevel step(UUID operation, Check check, String at, @Nullable Step given) {
        Step step = check.required(at, given, new Step(null, null, null, null, null, null));
        UnitCode unit = check.required(at + "/unit", step.unit(), UnitCode.HEADQUARTERS);
        EmergencyLevel level = check.required(at + "/level", step.level(), EmergencyLevel.NORMAL);
        Instant from = check.required(at + "/from", step.from(), Instant.EPOCH);
        UUID named = NamedId.of(operation, "level-step/" + unit + "/" + level + "/" + from);
        return new PlannedLevel(Objects.requireNonNullElse(step.id(), named), unit, level, from,
                check.required(at + "/until", step.until(), Instant.EPOCH),
                check.text(at + "/reason", step.reason(), MAX_STEP_REASON));
    }
}
