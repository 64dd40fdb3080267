package kr.haetae.config;

import java.nio.file.Path;

/** How the public port is encrypted. */
public sealed interface Tls {
    default boolean on() {
        return !(this instanceof Off);
    }

    /** Plain HTTP: behind a proxy that does TLS, or on this machine alone. */
    record Off() implements Tls {}

    /** A certificate of our own making, kept under the data directory. */
    record SelfSigned() implements Tls {}

    /** A certificate chain and its key, PEM. */
    record Files(Path certificate, Path key) implements Tls {
        public Files {
            var problems = new Problems();
            readable(problems, Setting.TLS_CERTIFICATE, certificate);
            readable(problems, Setting.TLS_KEY, key);
            problems.refuse();
        }

        private static void readable(Problems problems, Setting setting, Path file) {
            problems.unless(java.nio.file.Files.isReadable(file),
                    "%s names %s, which cannot be read.".formatted(setting.key(), file));
        }
    }
}
