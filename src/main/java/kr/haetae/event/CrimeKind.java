package kr.haetae.event;

/**
 * What election crime a case is about: the five major ones (5대 선거범죄), the two of the cyber units, everything else. Source: domain
 * notes, "Incidents" (H).
 */
public enum CrimeKind {
    /** 금품수수. */
    BRIBERY,
    /** 허위사실 유포. */
    FALSE_INFORMATION,
    /** 공무원 선거관여. */
    OFFICIAL_INVOLVEMENT,
    /** 선거폭력. */
    ELECTION_VIOLENCE,
    /** 불법단체 동원. */
    ILLEGAL_ORGANISATION,
    DEEPFAKE,
    CYBER_ATTACK,
    OTHER
}
