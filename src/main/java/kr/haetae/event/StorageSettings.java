package kr.haetae.event;

/**
 * How storages are watched in an operation.
 *
 * @param roundMinutes from one round to the next
 * @param sealCheckMinutes from one check of the seals to the next
 * @param lateMinutes how long after that somebody is missed
 * @param leaseMinutes how long after its last beat a camera system is missed
 */
public record StorageSettings(int roundMinutes, int sealCheckMinutes, int lateMinutes, int leaseMinutes) {
    /**
     * The round and its grace are those of a storage's report ({@link OperationSettings#STANDARD}); a check of the seals with each
     * shift of eight hours and a lease of five minutes are ours until a force gives its own (L).
     */
    public static final StorageSettings STANDARD = new StorageSettings(120, 480, 20, 5);
}
