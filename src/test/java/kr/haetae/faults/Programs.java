package kr.haetae.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs and processes of the operating system. */
final class Programs {
    private Programs() {}

    /** What it printed; fails when it does not end with 0. */
    static String run(List<String> command) {
        try {
            Path output = Files.createTempFile("haetae-faults", ".out");
            try {
                // A file, not a pipe: what the program leaves running would keep a pipe open.
                int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
                        .start().waitFor();
                String text = Files.readString(output, StandardCharsets.UTF_8);
                if (code != 0) {
                    throw new IllegalStateException(command + " ended with " + code + ": " + text);
                }
                return text;
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody in particular. */
    static List<String> unprivileged(List<String> command) {
        List<String> whole = new ArrayList<>(root() ? List.of("unshare", "-U") : List.of());
        whole.addAll(command);
        return whole;
    }

    static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    /** Every process that works in a directory. */
    static List<Long> workingIn(Path directory) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.map(ProcessHandle::pid).filter(pid -> worksIn(pid, directory)).toList();
        }
    }

    private static boolean worksIn(long pid, Path directory) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), directory);
        } catch (IOException e) {
            return false;
        }
    }

    /** To processes of which some may have ended meanwhile. */
    static void signal(String name, List<Long> processes) {
        processes.forEach(pid -> {
            try {
                run(List.of("kill", "-" + name, Long.toString(pid)));
            } catch (IllegalStateException e) {
                if (ProcessHandle.of(pid).isPresent()) {
                    throw e;
                }
            }
        });
    }
}
