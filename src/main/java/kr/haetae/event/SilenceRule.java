package kr.haetae.event;

/**
 * How often posts of a kind report in a phase, and when their silence is noticed.
 *
 * @param everyMinutes a report is due so long after the one before, or after the phase's begin
 * @param lateMinutes so long after a report was due the post is late
 * @param lostMinutes so long after a report was due contact is lost; at least {@code lateMinutes}
 */
public record SilenceRule(PostKind kind, Phase phase, int everyMinutes, int lateMinutes, int lostMinutes) {}
