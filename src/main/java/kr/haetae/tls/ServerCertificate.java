package kr.haetae.tls;

import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import kr.haetae.config.Configuration;
import kr.haetae.config.Tls;

/**
 * What the public port presents.
 *
 * @param file the certificate to hand to phones, PEM
 * @param fingerprint SHA-256 of the certificate as browsers show it: upper-case hex pairs with colons
 */
public record ServerCertificate(PemKeyCertOptions options, Path file, String fingerprint) {
    /** Empty with TLS off. Fails with {@link TlsRefused} when the files are no certificate and key. */
    public static Optional<ServerCertificate> of(Configuration configuration, InstantSource clock) {
        try {
            return switch (configuration.tls()) {
                case Tls.Off off -> Optional.empty();
                case Tls.Files files -> Optional.of(read(files.certificate(), files.key()));
                case Tls.SelfSigned selfSigned -> {
                    var own = SelfSigned.under(configuration.data(), clock);
                    yield Optional.of(read(own.certificate(), own.key()));
                }
            };
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsRefused("The certificate or key for HAETAE_TLS cannot be used: %s".formatted(e.getMessage()),
                    e);
        }
    }

    private static ServerCertificate read(Path certificate, Path key) throws IOException, GeneralSecurityException {
        var first = parse(certificate);
        if (!Files.readString(key).contains("PRIVATE KEY-----")) {
            throw new GeneralSecurityException("%s holds no private key in PEM".formatted(key));
        }
        var options = new PemKeyCertOptions().addCertPath(certificate.toString()).addKeyPath(key.toString());
        return new ServerCertificate(options, certificate, fingerprint(first));
    }

    /** The first certificate of the file. */
    static X509Certificate parse(Path file) throws IOException, GeneralSecurityException {
        try (var stream = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
        }
    }

    private static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
        var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.ofDelimiter(":").formatHex(hash).toUpperCase(Locale.ROOT);
    }
}
