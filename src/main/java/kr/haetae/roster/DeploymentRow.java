package kr.haetae.roster;

import java.time.Instant;
import java.util.List;
import kr.haetae.event.ForceKind;
import org.jspecify.annotations.Nullable;

/**
 * One deployment as a list names it.
 *
 * @param unit as written: a code, label or name
 * @param force as written: an id or a name
 * @param posts one, or a circuit in its order
 */
public record DeploymentRow(
        String unit,
        @Nullable String force,
        @Nullable ForceKind forceKind,
        List<PostName> posts,
        int planned,
        Instant from,
        Instant until) {
    public DeploymentRow {
        posts = List.copyOf(posts);
    }
}
