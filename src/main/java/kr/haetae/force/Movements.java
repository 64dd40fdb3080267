package kr.haetae.force;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.DeploymentState;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.Reason;
import kr.haetae.picture.Picture;

/** A deployment's steps as a room enters them, and its attendance as a room corrects it. */
final class Movements {
    private Movements() {}

    static Decision decide(Picture picture, Instant at, Author author, ForceCommand.Move move) {
        return found(picture, author, move.deployment(), deployment -> {
            Optional<Decision> closed = move.to() == DeploymentState.CANCELLED ? Rules.over(picture)
                    : picture.notOpen();
            if (closed.isPresent()) {
                return closed.get();
            }
            if (!legal(deployment.state(), move.to())) {
                return Decision.refuse(Reason.ILLEGAL_TRANSITION,
                        "The deployment is " + deployment.state() + "; it can't become " + move.to() + ".", "/to");
            }
            return Rules.untimely(at, move.occurred())
                    .or(() -> Rules.outOfOrder(deployment.course().last(), move.occurred().at()))
                    .orElseGet(() -> Decision.accept(new ForceEvent.DeploymentMoved(move.deployment(), move.to(),
                            move.occurred(), move.reason(), author.person())));
        });
    }

    /** Source of the order: domain notes, "Personnel". Who is on the way may be called off; who was on post is relieved. */
    static boolean legal(DeploymentState from, DeploymentState to) {
        return switch (from) {
            case PLANNED -> to == DeploymentState.EN_ROUTE || to == DeploymentState.ON_POST
                    || to == DeploymentState.CANCELLED;
            case EN_ROUTE -> to == DeploymentState.ON_POST || to == DeploymentState.CANCELLED;
            case ON_POST -> to == DeploymentState.RELIEVED;
            case RELIEVED, CANCELLED -> false;
        };
    }

    /** Possible from the first arrival on, and after the operation too: attendance is settled when all are back. */
    static Decision decide(Picture picture, Author author, ForceCommand.CorrectAttendance c) {
        return found(picture, author, c.deployment(), deployment -> {
            if (deployment.awaited() || deployment.state() == DeploymentState.CANCELLED) {
                return Decision.refuse(Reason.ILLEGAL_TRANSITION,
                        "The deployment is " + deployment.state() + "; there is no attendance to correct.");
            }
            int counted = deployment.ended() ? deployment.attendance().attended() : deployment.attendance().present();
            return counted == c.present()
                    ? Decision.refuse(Reason.NOTHING_CHANGED, "There are " + counted + " already.", "/present")
                    : Decision.accept(new ForceEvent.AttendanceCorrected(c.deployment(), c.present(), c.reason(),
                            author.person()));
        });
    }

    private static Decision found(Picture picture, Author author, UUID id, Function<Deployment, Decision> then) {
        return picture.find(Deployment.key(id), Deployment.class)
                .filter(it -> picture.tree().covers(author.unit(), it.unit()))
                .map(then)
                .orElseGet(() -> Decision.refuse(Reason.UNKNOWN_DEPLOYMENT,
                        "There is no deployment " + id + " in your jurisdiction."));
    }
}
