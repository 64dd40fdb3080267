package kr.haetae.event;

import java.util.List;

/**
 * What an operation's own rules are; data, never constants.
 *
 * @param confirmHighLevels whether A and B need a second commander's confirmation
 * @param musterEssentialMinutes until when essential people muster after an order
 * @param musterOthersMinutes until when all others do
 * @param silence no line for a kind and phase: nothing is due
 * @param outagePosts so many silent posts under one unit, at least, make one mass outage
 * @param outagePercent and so great a share of that unit's posts
 */
public record OperationSettings(
        boolean confirmHighLevels,
        int musterEssentialMinutes,
        int musterOthersMinutes,
        List<SilenceRule> silence,
        int outagePosts,
        int outagePercent) {
    /**
     * Sources: muster deadlines and the hourly report of polling places, domain notes (M and H); the storage site's round and the
     * thresholds are ours until a force gives its own (L).
     */
    public static final OperationSettings STANDARD = new OperationSettings(false, 60, 120, List.of(
            new SilenceRule(PostKind.POLLING_PLACE, Phase.PREPARATION, 60, 10, 30),
            new SilenceRule(PostKind.POLLING_PLACE, Phase.VOTING, 60, 10, 30),
            new SilenceRule(PostKind.POLLING_PLACE, Phase.TRANSPORT, 60, 15, 45),
            new SilenceRule(PostKind.EARLY_VOTING_PLACE, Phase.EARLY_VOTING, 60, 10, 30),
            new SilenceRule(PostKind.BALLOT_STORAGE, Phase.EARLY_VOTING, 120, 20, 60),
            new SilenceRule(PostKind.BALLOT_STORAGE, Phase.STORAGE_WATCH, 120, 20, 60),
            new SilenceRule(PostKind.BALLOT_STORAGE, Phase.PREPARATION, 120, 20, 60),
            new SilenceRule(PostKind.BALLOT_STORAGE, Phase.VOTING, 120, 20, 60),
            new SilenceRule(PostKind.COUNTING_CENTRE, Phase.TRANSPORT, 60, 10, 30),
            new SilenceRule(PostKind.COUNTING_CENTRE, Phase.COUNTING, 60, 10, 30)), 10, 30);

    public OperationSettings {
        silence = List.copyOf(silence);
    }
}
