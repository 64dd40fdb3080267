package kr.haetae.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * The file of the installation's keys, mode 600 in a directory of mode 700, made on first start. Nodes of one installation need the
 * same file. All methods do blocking I/O.
 */
public final class KeyFile {
    /** How long before it signs a new key must be in the file: longer than {@link Tokens#RELOAD} and a copy to other nodes. */
    static final Duration AHEAD = Duration.ofMinutes(1);

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final JsonMapper MAPPER = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Path path;
    private final SecureRandom random;

    public KeyFile(Path path, SecureRandom random) {
        this.path = path.toAbsolutePath();
        this.random = random;
    }

    /**
     * The keys; made now if there is no file. Safe when several processes start at once: one file wins and all read it.
     *
     * @throws IllegalStateException when others than the owner can read the file, or it is not a key file; names what to do
     */
    KeyRing open(Instant now) throws IOException {
        if (!Files.exists(path)) {
            create(KeyRing.fresh(random, now));
        }
        return read();
    }

    /** @throws IllegalStateException as {@link #open} */
    KeyRing read() throws IOException {
        Set<PosixFilePermission> modes = Files.getPosixFilePermissions(path);
        if (!OWNER_ONLY.containsAll(modes)) {
            throw new IllegalStateException("the key file " + path + " has mode " + PosixFilePermissions.toString(modes)
                    + ": anybody could read it; make new keys, or chmod 600 it if you are sure");
        }
        try {
            return MAPPER.readValue(path.toFile(), KeyRing.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the key file " + path + " can't be read; restore it, or remove it: then"
                    + " everybody logs in again and open activation codes are void", e);
        }
    }

    /**
     * Adds a signing key and drops those whose last token has expired; running nodes read it by themselves.
     *
     * @param tokenLife of access tokens
     */
    public void rotate(Instant now, Duration tokenLife) throws IOException {
        Path written = write(open(now).rotated(random, now, AHEAD, tokenLife));
        Files.move(written, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void create(KeyRing ring) throws IOException {
        Path directory = path.getParent();
        if (!Files.exists(directory)) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_DIRECTORY));
        }
        Path written = write(ring);
        try {
            // A link, unlike a move, fails when another process was first; and nobody ever reads half a file.
            Files.createLink(path, written);
        } catch (FileAlreadyExistsException e) {
            // The other's keys are as good.
        } finally {
            Files.delete(written);
        }
    }

    private Path write(KeyRing ring) throws IOException {
        Path file = Files.createTempFile(
                path.getParent(), ".keys", ".tmp", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(ring));
        return file;
    }
}
