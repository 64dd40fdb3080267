package kr.haetae.faults;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a watcher saw; times are {@code System.nanoTime} of the one program that all clients run in. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "sight")
sealed interface Sight {
    long nanos();

    /** A socket is open, and the hello said with what is held. */
    record Opened(String place, long nanos) implements Sight {}

    /** An entity of a frame; {@code mark}: of the report that it was made from. */
    record Shown(String key, @Nullable String mark) {}

    /** A change frame, as it came; whether it applies is the checker's to say. */
    record Change(String after, String upTo, boolean reset, List<Shown> put, List<String> drop, long nanos)
            implements
                Sight {
        public Change {
            put = List.copyOf(put);
            drop = List.copyOf(drop);
        }
    }

    /** What makes a screen believe that it is current. */
    record Tick(String upTo, long ageMillis, long nanos) implements Sight {}

    /** The socket is gone, or was given up. */
    record Ended(String why, long nanos) implements Sight {}
}
