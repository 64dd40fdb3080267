package kr.haetae.roster;

/** What a police unit is in the command tree. */
public enum UnitKind {
    /** The National Police Agency (경찰청), the root. */
    HQ,
    /** A provincial agency (시·도경찰청), 18 of them. */
    AGENCY,
    /** A police station (경찰서), 261 of them on 2026-06-03. */
    STATION,
    /** A unit beside the stations with ground of its own: the airport police (인천국제공항경찰단). */
    DETACHMENT
}
