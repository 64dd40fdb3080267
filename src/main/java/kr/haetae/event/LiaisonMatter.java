package kr.haetae.event;

/** What a commission reports to the police beside the end of a count. */
public enum LiaisonMatter {
    /** Something happens at one of its offices. */
    AT_COMMISSION,
    REGISTER_OUTAGE,
    /** It asks for police at a place of voting, storage or counting. */
    POLICE_WANTED
}
