package kr.haetae.event;

/** At whose request the police go inside. Source: Public Official Election Act §166 (poll manager), §183 (counting centre); M. */
public enum VisitAsker {
    /** 투표관리관. */
    POLL_MANAGER,
    /** 사전투표관리관. */
    EARLY_POLL_MANAGER,
    /** 위원. */
    COMMISSION_MEMBER,
    OTHER
}
