package kr.haetae.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One owner for a data directory: a lock of the operating system, which a killed process loses at once. */
final class DataLock implements AutoCloseable {
    /** Who has the data. */
    enum Holder { SERVER, COMMAND }

    /** The data is taken; the message is a sentence. */
    static final class Held extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Holder holder;
        private final String sentence;

        private Held(Path data, Holder holder, String process) {
            this(holder, "Another %s (process %s) works on the data directory %s; stop it first or set HAETAE_DATA."
                    .formatted(holder.name().toLowerCase(Locale.ROOT), process, data));
        }

        private Held(Holder holder, String sentence) {
            super(sentence);
            this.holder = holder;
            this.sentence = sentence;
        }

        Holder holder() {
            return holder;
        }

        String sentence() {
            return sentence;
        }
    }

    /**
     * The locks of this very process. Looked at before the file is opened, because closing any channel of a locked file
     * would drop the process's lock (POSIX).
     */
    private static final Map<Path, Holder> OURS = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private DataLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /** Fails with {@link Held}. */
    static DataLock take(Path data, Holder holder) throws IOException {
        var file = data.toRealPath().resolve("lock");
        var ours = OURS.putIfAbsent(file, holder);
        if (ours != null) throw new Held(data, ours, Long.toString(ProcessHandle.current().pid()));
        try {
            return takeFile(file, data, holder);
        } catch (IOException | RuntimeException e) {
            OURS.remove(file);
            throw e;
        }
    }

    private static DataLock takeFile(Path file, Path data, Holder holder) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw heldByAnother(data);
        }
        Files.writeString(ownerFile(data), "%s %d%n".formatted(holder, ProcessHandle.current().pid()));
        return new DataLock(file, channel, lock);
    }

    private static Held heldByAnother(Path data) throws IOException {
        var owner = Files.exists(ownerFile(data)) ? Files.readString(ownerFile(data)).strip() : "";
        var process = owner.contains(" ") ? owner.substring(owner.indexOf(' ') + 1) : "unknown";
        return new Held(data, owner.startsWith("COMMAND") ? Holder.COMMAND : Holder.SERVER, process);
    }

    /** Beside the lock, not in it: reading must not open the locked file. */
    private static Path ownerFile(Path data) {
        return data.resolve("lock.owner");
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OURS.remove(file);
        }
    }
}
