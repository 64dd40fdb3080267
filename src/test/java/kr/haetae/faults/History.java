package kr.haetae.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the clients of one run wrote down.
 *
 * @param sent every report at its first sending
 * @param answers every answer, in the order they came
 * @param watchers each watcher's sights, in the order it saw them
 * @param bound a screen that gets ticks may lack nothing that was acknowledged longer ago than this
 * @param forkedNanos when a standby that may lack entries took over; until then cursors may be of the chain that is no more
 */
record History(List<Sent> sent, List<Answered> answers, Map<String, List<Sight>> watchers, Duration bound,
        OptionalLong forkedNanos) {
    /** A tick says that the head was confirmed within 2 s (docs/protocol.md); the rest is for the way on a busy machine. */
    static final Duration BOUND = Duration.ofSeconds(5);

    History {
        sent = List.copyOf(sent);
        answers = List.copyOf(answers);
        watchers = Map.copyOf(watchers);
    }

    /** A report's text is its mark; the command's id is another thing, so that a report recorded under two ids is found. */
    record Sent(UUID id, String mark, long nanos) {}

    /**
     * @param status of HTTP; 0 where no answer came
     * @param code of the problem, or why no answer came
     * @param seq and cursor of the receipt; 0 and empty without one
     * @param retryAfter whether the answer says when to come again
     */
    record Answered(UUID id, int status, String code, long seq, String cursor, boolean retryAfter, long nanos) {
        boolean acknowledged() {
            return status == 201;
        }

        /** What a client can act on: done, or come again. */
        boolean clear() {
            boolean done = status >= 200 && status < 300;
            return done || status == 0 || (status == 503 && retryAfter);
        }
    }

    /** An entry as it stands in the database at the end. */
    record Recorded(long seq, String prefix, UUID command, @Nullable String mark) {
        String cursor() {
            return seq + "." + prefix;
        }
    }
}
