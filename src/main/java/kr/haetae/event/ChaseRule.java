package kr.haetae.event;

/**
 * When rooms are chased for directives of an urgency.
 *
 * @param acknowledgeWithin minutes after it was issued
 * @param repeatEvery minutes, while somebody is late
 */
public record ChaseRule(DirectiveUrgency urgency, int acknowledgeWithin, int repeatEvery) {}
