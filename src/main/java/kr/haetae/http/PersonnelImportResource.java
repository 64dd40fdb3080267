package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.ForceStrength;
import kr.haetae.event.PlannedDeployment;
import kr.haetae.force.ForceCommand;
import kr.haetae.force.ForceId;
import kr.haetae.force.Forces;
import kr.haetae.force.Plans;
import kr.haetae.force.Strengths;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.roster.DeploymentRow;
import kr.haetae.roster.ForceRow;
import kr.haetae.roster.PersonnelCsv;

/** Lists of forces and of deployments. */
final class PersonnelImportResource {
    private static final PersonnelUpload.Kind<ForceRow, ForceStrength> FORCES = new PersonnelUpload.Kind<>(
            PersonnelCsv::forces, PersonnelImportResource::forces, PersonnelImportResource::forces);
    private static final PersonnelUpload.Kind<DeploymentRow, PlannedDeployment> DEPLOYMENTS = new PersonnelUpload.Kind<>(
            PersonnelCsv::deployments, PersonnelImportResource::deployments, PersonnelImportResource::deployments);

    private final PersonnelUpload upload;

    PersonnelImportResource(Vertx vertx, OpenOperations operations) {
        this.upload = new PersonnelUpload(vertx, operations);
    }

    Future<Reply> forces(Call call) {
        return upload.upload(call, FORCES);
    }

    Future<Reply> deployments(Call call) {
        return upload.upload(call, DEPLOYMENTS);
    }

    private static Function<ForceRow, PersonnelUpload.Line<ForceStrength>> forces(Picture picture, Author author) {
        Directory directory = Directory.ofUnits(picture);
        return row -> directory.unit(row.unit()).either(unit -> {
            ForceStrength force = new ForceStrength(ForceId.of(unit, row.kind(), row.name()), unit, row.kind(),
                    row.name(), row.strength(), row.onLeave(), row.training(), row.detached());
            return line(Strengths.fault(picture, author, force), force.force(), force);
        });
    }

    private static Function<DeploymentRow, PersonnelUpload.Line<PlannedDeployment>> deployments(Picture picture,
            Author author) {
        Directory directory = Directory.ofAll(picture);
        return row -> directory.unit(row.unit()).either(unit -> directory.force(unit, row).either(
                force -> directory.posts(row.posts()).either(posts -> {
                    PlannedDeployment plan = DeploymentResource.named(new PlannedDeployment(new UUID(0, 0), unit,
                            force.orElse(null), posts, row.planned(), row.from(), row.until()));
                    return line(Plans.fault(picture, author, plan), plan.deployment(), plan);
                })));
    }

    private static <T> PersonnelUpload.Line<T> line(Optional<Decision.Refused> fault, UUID id, T value) {
        return fault.<PersonnelUpload.Line<T>>map(PersonnelUpload.Line.Wrong::new)
                .orElseGet(() -> new PersonnelUpload.Line.Good<>(id, value));
    }

    private static Batches<ForceStrength> forces(Ledger<Picture> ledger, Author author, String source) {
        return new Batches<>(ledger, author, ForceCommand.ROWS,
                (picture, at, rows) -> Forces.decide(picture, at, author, new ForceCommand.SetStrength(source, rows)),
                event -> ((ForceEvent.StrengthSet) event).forces().size());
    }

    private static Batches<PlannedDeployment> deployments(Ledger<Picture> ledger, Author author, String source) {
        return new Batches<>(ledger, author, ForceCommand.ROWS,
                (picture, at, rows) -> Forces.decide(picture, at, author, new ForceCommand.Plan(source, rows)),
                event -> ((ForceEvent.DeploymentsPlanned) event).deployments().size());
    }
}
