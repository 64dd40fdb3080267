package kr.haetae.picture;

import java.util.UUID;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;

/** A post as other capabilities know it. */
public interface Site extends Entity {
    String KIND = "post";

    static Key key(UUID post) {
        return new Key(KIND, post.toString());
    }

    UUID post();

    UnitCode unit();

    PostKind postKind();

    String name();
}
