package kr.haetae.level;

import java.time.Instant;
import java.util.List;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.UnitCode;

/**
 * The standard phased response, to be planned as it is or changed: ALERT from early voting on, A on polling day from the opening of the
 * polling places until the end of the count, nationwide. Source: domain notes, "Phased response" (H; 2017, 2018, 2022, 2025).
 */
public final class LevelProposal {
    private LevelProposal() {}

    /** One step; the plan gives it its id. */
    public record Step(UnitCode unit, EmergencyLevel level, Instant from, Instant until, String reason) {}

    public static List<Step> of(Instant earlyVoting, Instant voting, Instant endOfCount) {
        return List.of(
                new Step(UnitCode.HEADQUARTERS, EmergencyLevel.ALERT, earlyVoting, voting, "사전투표·투표함 보관"),
                new Step(UnitCode.HEADQUARTERS, EmergencyLevel.A, voting, endOfCount, "투표·개표"));
    }
}
