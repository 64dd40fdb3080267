package kr.haetae.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process of its own that starts the database, says where it is and then waits to be killed. */
final class DatabaseOwner {
    private DatabaseOwner() {}

    public static void main(String[] arguments) throws InterruptedException {
        var database = EmbeddedDatabase.start(Path.of(arguments[0]), 0);
        System.out.println("RUNS " + database.process().orElseThrow());
        new CountDownLatch(1).await();
    }

    static Process start(Path data) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var process = new ProcessBuilder(java, "-Dhaetae.postgres.binaries=" + System.getProperty(
                "haetae.postgres.binaries"), "-cp", System.getProperty("java.class.path"),
                DatabaseOwner.class.getName(), data.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var lines = process.inputReader();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("RUNS ")) return process;
        }
        throw new IOException("the database of the other process did not start");
    }
}
