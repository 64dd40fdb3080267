package kr.haetae;

import java.util.List;
import java.util.UUID;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;

/** Places for storages, counting centres and commissions, in an operation of a running node. */
public final class Sited {
    private Sited() {}

    public static UUID storage(RunningNode node, UUID operation, String unit) {
        return place(node, operation, PostKind.BALLOT_STORAGE, unit);
    }

    public static UUID countingCentre(RunningNode node, UUID operation, String unit) {
        return place(node, operation, PostKind.COUNTING_CENTRE, unit);
    }

    public static UUID place(RunningNode node, UUID operation, PostKind kind, String unit) {
        UUID id = UUID.randomUUID();
        node.place(operation, new PlacedPost(id, kind, "시험 " + id, new UnitCode(unit), Jurisdiction.MAPPED, List.of(),
                "서울특별시", "시험구", null, null, null, null, null));
        return id;
    }
}
