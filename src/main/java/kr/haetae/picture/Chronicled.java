package kr.haetae.picture;

import io.vavr.collection.Vector;

/** A line of a chronicle: which entity was born at which seq. A chronicle is in the order of births. */
record Chronicled(long born, String id) {
    /** How many lines of the chronicle were born before the seq. */
    static int before(Vector<Chronicled> chronicle, long seq) {
        int low = 0;
        int high = chronicle.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chronicle.get(middle).born() < seq) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
