package kr.haetae.post;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * Where a post is, in words. Apart from the {@link Post}, so that the country's 18,117 addresses are sent to the stations that need
 * them, not to headquarters, which looks one up.
 */
public record Place(
        @JsonIgnore UUID post,
        @JsonIgnore UnitCode unit,
        @JsonIgnore Jurisdiction jurisdiction,
        @Nullable String province,
        @Nullable String district,
        @Nullable String dong,
        @Nullable String place,
        @Nullable String address,
        @Nullable String floor)
        implements
            Entity {
    public static final String KIND = "place";

    public static Key key(UUID post) {
        return new Key(KIND, post.toString());
    }

    static Place placed(PlacedPost p) {
        return new Place(p.id(), p.unit(), p.jurisdiction(), p.province(), p.district(), p.dong(), p.place(),
                p.address(), p.floor());
    }

    @Override
    public Key key() {
        return key(post);
    }

    /** Whoever must say which station a post belongs to needs its address. */
    @Override
    public Audience audience() {
        Audience upwards = Audience.upwards(unit);
        return jurisdiction.unknown() ? upwards : upwards.from(UnitKind.STATION);
    }

    Place assigned(UnitCode station) {
        return new Place(post, station, Jurisdiction.ASSIGNED, province, district, dong, place, address, floor);
    }
}
