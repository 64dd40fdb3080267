package kr.haetae.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** When each report began, and how long after that each socket showed it. Used by many threads. */
final class Stopwatch {
    private static final String INCIDENT = "{\"kind\":\"incident\",\"id\":\"";
    private static final int ID = 36;
    private static final int DIGITS = 3;

    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final Recorder seen = new Recorder(DIGITS);

    void begin(String id) {
        begun.put(id, System.nanoTime());
    }

    /** Looks for incidents in a frame; parsing every frame whole would cost more than the product spends on it. */
    void frame(String text) {
        long now = System.nanoTime();
        int at = text.indexOf(INCIDENT);
        while (at >= 0) {
            int id = at + INCIDENT.length();
            Long start = begun.get(text.substring(id, id + ID));
            if (start != null) {
                seen.recordValue(now - start);
            }
            at = text.indexOf(INCIDENT, id);
        }
    }

    /** Nanoseconds, one value for each report and socket, since the last reset. */
    Histogram seen() {
        return seen.getIntervalHistogram();
    }

    void reset() {
        begun.clear();
        seen.reset();
    }
}
