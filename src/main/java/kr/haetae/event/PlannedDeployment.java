package kr.haetae.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A duty of some people: at one post, or on an ordered circuit of posts (거점·연계순찰).
 *
 * @param unit whose people they are
 * @param posts one post, or the circuit in its order
 * @param planned how many people
 * @param from the shift, {@code from} before {@code until}, by the operation's clock
 */
public record PlannedDeployment(
        UUID deployment, UnitCode unit, @Nullable UUID force, List<UUID> posts, int planned, Instant from,
        Instant until) {
    public PlannedDeployment {
        posts = List.copyOf(posts);
    }
}
