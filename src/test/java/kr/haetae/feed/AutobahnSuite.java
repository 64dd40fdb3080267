package kr.haetae.feed;

import java.util.List;
import java.util.Map;
import me.normanmaurer.maven.autobahntestsuite.AutobahnTestSuite;

/** A process of its own for the Autobahn suite, which runs on Jython and stops its reactor only with its JVM. */
final class AutobahnSuite {
    private AutobahnSuite() {}

    /** Runs it against the server; the report stands in {@code target/autobahntestsuite-reports}. */
    public static void main(String[] args) throws Exception {
        int cases = AutobahnTestSuite.runFuzzingClient("haetae", args[0], Map.of("version", 18), List.of("*"),
                List.of("9.*", "12.*", "13.*")).size();
        System.out.println(cases + " cases");
        System.exit(0);
    }
}
