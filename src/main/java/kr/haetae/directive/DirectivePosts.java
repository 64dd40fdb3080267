package kr.haetae.directive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;

/**
 * The posts of one unit whose officers took note of a directive.
 *
 * @param posts in the order in which they did
 */
public record DirectivePosts(UUID directive, UnitCode unit, List<UUID> posts, @JsonIgnore boolean live)
        implements
            Entity {
    public static final String KIND = "directive-posts";

    public DirectivePosts {
        posts = List.copyOf(posts);
    }

    public static Key key(UUID directive, UnitCode unit) {
        return new Key(KIND, directive + ":" + unit);
    }

    static DirectivePosts none(UUID directive, UnitCode unit) {
        return new DirectivePosts(directive, unit, List.of(), true);
    }

    @Override
    public Key key() {
        return key(directive, unit);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).from(UnitKind.STATION).live(live);
    }

    DirectivePosts with(UUID post) {
        return new DirectivePosts(directive, unit, Stream.concat(posts.stream(), Stream.of(post)).toList(), live);
    }

    DirectivePosts live(boolean now) {
        return new DirectivePosts(directive, unit, posts, now);
    }
}
