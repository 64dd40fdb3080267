package kr.haetae.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** This program's own files, from the jar as from a directory of classes. */
public final class ProgramFiles {
    private interface Content {
        byte[] read() throws IOException;
    }

    private ProgramFiles() {}

    /**
     * SHA-256 over names and contents of every file under the directories, in the order of names: two programs with the same digest
     * have the same files there.
     *
     * @param directories such as {@code db/migration}, relative to the root of the class path
     * @throws IllegalArgumentException when one of them holds nothing
     */
    public static byte[] digest(Collection<String> directories) {
        Path place = place();
        try (JarFile jar = Files.isDirectory(place) ? null : new JarFile(place.toFile())) {
            SortedMap<String, Content> files = new TreeMap<>();
            for (String directory : directories) {
                int before = files.size();
                if (jar == null) {
                    addFromClasses(files, place, directory + '/');
                } else {
                    addFromJar(files, jar, directory + '/');
                }
                if (files.size() == before) {
                    throw new IllegalArgumentException("there is nothing under " + directory + " in " + place);
                }
            }
            return digest(files);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own files can't be read: " + place, e);
        }
    }

    private static Path place() {
        try {
            return Path.of(ProgramFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program does not know where it lies", e);
        }
    }

    private static void addFromJar(SortedMap<String, Content> files, JarFile jar, String under) {
        jar.stream().filter(entry -> entry.getName().startsWith(under) && !entry.isDirectory())
                .forEach(entry -> files.put(entry.getName(), () -> read(jar, entry)));
    }

    private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static void addFromClasses(SortedMap<String, Content> files, Path root, String under) throws IOException {
        Path directory = root.resolve(under);
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> found = Files.walk(directory)) {
            found.filter(Files::isRegularFile).forEach(file -> files
                    .put(root.relativize(file).toString().replace('\\', '/'), () -> Files.readAllBytes(file)));
        }
    }

    private static byte[] digest(SortedMap<String, Content> files) throws IOException {
        MessageDigest sha = sha256();
        for (var file : files.entrySet()) {
            sha.update(sha256().digest(file.getKey().getBytes(StandardCharsets.UTF_8)));
            sha.update(sha256().digest(file.getValue().read()));
        }
        return sha.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
