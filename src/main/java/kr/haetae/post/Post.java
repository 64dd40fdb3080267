package kr.haetae.post;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.Position;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/** One post as every screen shows it. */
public record Post(
        @JsonIgnore UUID post,
        UnitCode unit,
        PostKind postKind,
        String name,
        @Nullable String province,
        @Nullable String district,
        @Nullable String dong,
        @Nullable String place,
        @Nullable String address,
        @Nullable String floor,
        @Nullable Position position,
        Jurisdiction jurisdiction,
        List<UnitCode> candidates)
        implements
            Entity {
    public static final String KIND = "post";

    public Post {
        candidates = List.copyOf(candidates);
    }

    public static Key key(UUID post) {
        return new Key(KIND, post.toString());
    }

    static Post placed(PlacedPost p) {
        return new Post(p.id(), p.unit(), p.kind(), p.name(), p.province(), p.district(), p.dong(), p.place(),
                p.address(), p.floor(), p.position(), p.jurisdiction(), p.candidates());
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
        return new Post(post, station, postKind, name, province, district, dong, place, address, floor, position,
                Jurisdiction.ASSIGNED, List.of());
    }
}
