package kr.haetae.http;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.ForceKind;
import kr.haetae.event.ForceStrength;
import kr.haetae.event.Reason;
import kr.haetae.force.Force;
import kr.haetae.force.ForceCommand;
import kr.haetae.force.Forces;
import kr.haetae.force.Strengths;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Forces to look up, and their strength one by one. */
final class ForceResource {
    private record Strength(
            @Nullable Integer strength, @Nullable Integer onLeave, @Nullable Integer training,
            @Nullable Integer detached) {}

    private final OpenOperations operations;
    private final ListPage pages;

    ForceResource(OpenOperations operations, ListPage pages) {
        this.operations = operations;
        this.pages = pages;
    }

    Future<Reply> list(Call call) {
        Optional<ForceKind> kind = call.queryEnum("kind", ForceKind.class);
        return pages.of(call, operations.require(call), Force.KIND, Force.class,
                (picture, force) -> kind.map(wanted -> wanted == force.forceKind()).orElse(true));
    }

    Future<Reply> set(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Strength body = call.body(Strength.class);
        Check check = new Check();
        int strength = check.range("/strength", body.strength(), 0, Strengths.MOST);
        int onLeave = check.range("/onLeave", body.onLeave(), 0, Strengths.MOST);
        int training = check.range("/training", body.training(), 0, Strengths.MOST);
        int detached = check.range("/detached", body.detached(), 0, Strengths.MOST);
        check.refuse();
        Author author = call.author();
        UUID id = call.pathId("force");
        return Commands.submit(call, ledger, (picture, at) -> picture.find(Force.key(id), Force.class)
                .filter(force -> picture.tree().covers(author.unit(), force.unit()))
                .map(force -> Forces.decide(picture, at, author, new ForceCommand.SetStrength("hand", List.of(
                        new ForceStrength(id, force.unit(), force.forceKind(), force.name(), strength, onLeave,
                                training, detached)))))
                .orElseGet(() -> Decision.refuse(Reason.FORCE_NOT_FOUND,
                        "There is no force " + id + " in your jurisdiction.")))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }
}
