package kr.haetae.event;

/** What an incident is about (docs/glossary.md); the five major election crimes and deepfake, cyber stand last. */
public enum IncidentKind {
    DISTURBANCE,
    VIOLENCE,
    VOTING_OBSTRUCTION,
    BALLOT_PHOTOGRAPHED,
    BALLOT_DAMAGED,
    DOUBLE_VOTE_CLAIM,
    POSTER_DAMAGE,
    ILLEGAL_POLL,
    REGISTER_OUTAGE,
    CROWD,
    TRAFFIC,
    FIRE,
    POWER_OR_NETWORK,
    MEDICAL,
    EXPLOSIVE_OR_SUSPICIOUS,
    BALLOT_BOX_OBSTRUCTION,
    COUNT_OBSTRUCTION,
    RIGGING_CLAIM,
    OTHER,
    BRIBERY,
    FALSE_INFORMATION,
    OFFICIAL_INVOLVEMENT,
    ELECTION_VIOLENCE,
    ILLEGAL_ORGANISATION,
    DEEPFAKE,
    CYBER_ATTACK
}
