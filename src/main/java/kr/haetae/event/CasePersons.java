package kr.haetae.event;

/**
 * The persons of a case, as numbers only: who they are is never recorded here.
 *
 * @param principals 정범
 * @param accomplices 공범
 * @param instigators 배후, those behind the others
 */
public record CasePersons(int principals, int accomplices, int instigators) {
    public static final CasePersons NONE = new CasePersons(0, 0, 0);

    /** Of each role at most; ours. */
    public static final int MOST = 9_999;

    public int total() {
        return principals + accomplices + instigators;
    }
}
