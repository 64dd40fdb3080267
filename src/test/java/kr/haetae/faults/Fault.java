package kr.haetae.faults;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong.
 *
 * @param name on the command line
 * @param what happens
 * @param shape of the installation that it happens to
 * @param within how soon people should be well again; null where nothing is promised
 */
record Fault(String name, String what, Installation.Shape shape, @Nullable Duration within, Script script) {
    /** What is done while clients work; leaves the installation whole again. */
    interface Script {
        void play(Run run) throws Exception;
    }
}
