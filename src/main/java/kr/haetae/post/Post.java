package kr.haetae.post;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.Position;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Key;
import kr.haetae.picture.Site;
import org.jspecify.annotations.Nullable;

/** One post as every screen shows it; where it is, in words, is its {@link Place}. */
public record Post(
        @JsonIgnore UUID post,
        UnitCode unit,
        PostKind postKind,
        String name,
        @Nullable Position position,
        Jurisdiction jurisdiction,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UnitCode> candidates)
        implements
            Site {
    public static final String KIND = Site.KIND;

    public Post {
        candidates = List.copyOf(candidates);
    }

    public static Key key(UUID post) {
        return Site.key(post);
    }

    static Post placed(PlacedPost p) {
        return new Post(p.id(), p.unit(), p.kind(), p.name(), p.position(), p.jurisdiction(), p.candidates());
    }

    @Override
    public Key key() {
        return key(post);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit);
    }

    @Override
    public Contribution contribution() {
        String kind = switch (postKind) {
            case POLLING_PLACE -> "posts.pollingPlace";
            case EARLY_VOTING_PLACE -> "posts.earlyVotingPlace";
            case COUNTING_CENTRE -> "posts.countingCentre";
            default -> "posts.other";
        };
        return jurisdiction.unknown()
                ? Contribution.of("posts.total", kind, "posts.jurisdictionUnknown")
                : Contribution.of("posts.total", kind);
    }

    Post assigned(UnitCode station) {
        return new Post(post, station, postKind, name, position,
                Jurisdiction.ASSIGNED, List.of());
    }
}
