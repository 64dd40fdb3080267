package kr.haetae.event;

/**
 * How long after its time something about a route of ballot boxes is told to be overdue.
 *
 * @param departureMinutes after the planned departure
 * @param checkpointMinutes without a word from the way, where checkpoints were planned
 * @param arrivalMinutes after the expected arrival
 * @param handoverMinutes after the arrival, until both sides have confirmed
 */
public record TransportSettings(int departureMinutes, int checkpointMinutes, int arrivalMinutes, int handoverMinutes) {
    /**
     * Ours until a force gives its own (L): as a polling place's report is late after ten minutes, so is a departure; the hand-over of
     * a full lorry takes half an hour in a queue before a counting centre.
     */
    public static final TransportSettings STANDARD = new TransportSettings(10, 30, 10, 30);
}
