package kr.haetae.event;

/** What a post is; the Korean words stand beside the codes in {@code /api/v1/codes}. */
public enum PostKind {
    POLLING_PLACE,
    EARLY_VOTING_PLACE,
    COUNTING_CENTRE,
    BALLOT_STORAGE,
    ELECTION_COMMISSION,
    PROTECTION_DETAIL,
    RALLY,
    PRINTING_SITE,
    POSTAL_CONVOY
}
