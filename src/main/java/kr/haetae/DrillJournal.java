package kr.haetae;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a drill's commands are written as they are sent, a line each; nowhere without a file. */
final class DrillJournal implements Consumer<String>, AutoCloseable {
    private final @Nullable PrintWriter out;

    private DrillJournal(@Nullable PrintWriter out) {
        this.out = out;
    }

    static DrillJournal of(@Nullable Path file) {
        try {
            return new DrillJournal(file == null ? null
                    : new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new Refusal(file + " can't be written: " + e.getMessage());
        }
    }

    @Override
    public void accept(String line) {
        if (out != null) {
            out.println(line);
        }
    }

    @Override
    public void close() {
        if (out != null) {
            out.close();
        }
    }
}
