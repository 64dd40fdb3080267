package kr.haetae.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java process holds after a collection, with {@link #FIXED_HEAP}.
 *
 * @param heap bytes of live objects
 * @param resident bytes of the process in memory: as all of the heap is, it grows only by what lies outside
 */
record Memory(double heap, double resident) {
    /** All of the heap is in memory from the start, and stays there. */
    static final String FIXED_HEAP = "-Xms3g -Xmx3g -XX:+AlwaysPreTouch";

    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final double KIB = 1024;

    /** Collects twice: what a first collection finds to be finished goes with the second. */
    static Memory of(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run");
        return new Memory(number(USED, jcmd(pid, "GC.heap_info")),
                number(RESIDENT, Files.readString(Path.of("/proc", Long.toString(pid), "status"))));
    }

    Memory minus(Memory before) {
        return new Memory(heap - before.heap, resident - before.resident);
    }

    double sum() {
        return heap + resident;
    }

    private static double number(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in " + text);
        }
        return Double.parseDouble(matcher.group(1)) * KIB;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid), command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd failed: " + said);
        }
        return said;
    }
}
