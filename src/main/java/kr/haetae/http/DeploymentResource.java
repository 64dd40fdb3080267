package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.DeploymentState;
import kr.haetae.event.Entry;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.Occurrence;
import kr.haetae.event.PlannedDeployment;
import kr.haetae.event.UnitCode;
import kr.haetae.force.Deployment;
import kr.haetae.force.ForceCommand;
import kr.haetae.force.ForceId;
import kr.haetae.force.Forces;
import kr.haetae.force.Plans;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Deployments one by one: looked up, planned, moved, their attendance corrected. */
final class DeploymentResource {
    private static final UUID NOWHERE = new UUID(0, 0);

    private record Plan(
            @Nullable UnitCode unit, @Nullable UUID force, @Nullable List<@Nullable UUID> posts,
            @Nullable Integer planned, @Nullable Instant from, @Nullable Instant until) {}

    private record Movement(@Nullable DeploymentState to, @Nullable Instant occurredAt, @Nullable String reason) {}

    private record Attendance(@Nullable Integer present, @Nullable String reason) {}

    private record Planned(@JsonUnwrapped Commands.Receipt receipt, UUID id) {}

    private final OpenOperations operations;
    private final ListPage pages;

    DeploymentResource(OpenOperations operations, ListPage pages) {
        this.operations = operations;
        this.pages = pages;
    }

    Future<Reply> list(Call call) {
        Optional<DeploymentState> state = call.queryEnum("state", DeploymentState.class);
        Optional<UUID> post = call.queryId("post");
        return pages.of(call, operations.require(call), Deployment.KIND, Deployment.class,
                (picture, it) -> state.map(wanted -> wanted == it.state()).orElse(true)
                        && post.map(wanted -> it.posts().contains(wanted)).orElse(true));
    }

    Future<Reply> plan(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Plan body = call.body(Plan.class);
        Check check = new Check();
        List<UUID> posts = check.ids("/posts", body.posts());
        int planned = check.range("/planned", body.planned(), 1, Plans.MOST);
        Instant from = check.required("/from", body.from(), Instant.EPOCH);
        Instant until = check.required("/until", body.until(), Instant.EPOCH);
        check.refuse();
        Author author = call.author();
        PlannedDeployment unnamed = new PlannedDeployment(NOWHERE,
                Objects.requireNonNullElse(body.unit(), author.unit()), body.force(),
                posts, planned, from, until);
        PlannedDeployment plan = named(unnamed);
        return Commands.submit(call, ledger, (picture, at) -> Forces.decide(picture, at, author,
                new ForceCommand.Plan("hand", List.of(plan))))
                .map(entries -> Reply.created(new Planned(Commands.Receipt.of(entries), planned(entries))));
    }

    /** The same with the id that its content has. */
    static PlannedDeployment named(PlannedDeployment plan) {
        return new PlannedDeployment(ForceId.of(plan), plan.unit(), plan.force(), plan.posts(), plan.planned(),
                plan.from(), plan.until());
    }

    private static UUID planned(List<Entry> entries) {
        return ((ForceEvent.DeploymentsPlanned) entries.getFirst().event()).deployments().getFirst().deployment();
    }

    Future<Reply> move(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Movement body = call.body(Movement.class);
        Check check = new Check();
        DeploymentState to = check.required("/to", body.to(), DeploymentState.PLANNED);
        Instant occurredAt = check.required("/occurredAt", body.occurredAt(), Instant.EPOCH);
        String reason = check.optionalText("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        Occurrence occurred = DeviceTime.of(call, ledger.picture().clock(), occurredAt, ledger.realNow());
        return act(call, ledger, new ForceCommand.Move(call.pathId("deployment"), to, occurred, reason));
    }

    Future<Reply> correct(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Attendance body = call.body(Attendance.class);
        Check check = new Check();
        int present = check.range("/present", body.present(), 0, Plans.MOST);
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        return act(call, ledger, new ForceCommand.CorrectAttendance(call.pathId("deployment"), present, reason));
    }

    private static Future<Reply> act(Call call, Ledger<Picture> ledger, ForceCommand command) {
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Forces.decide(picture, at, author, command))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }
}
