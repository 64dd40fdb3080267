package kr.haetae.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A certificate of our own under the data directory, for rooms without an authority; phones must be told to trust it. */
record SelfSigned(Path certificate, Path key) {
    private static final Logger LOG = LoggerFactory.getLogger(SelfSigned.class);
    /** Browsers and iOS refuse longer ones (CA/Browser Forum ballot SC31: 398 days). */
    private static final Duration VALID = Duration.ofDays(397);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(14);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(24);
    private static final int SERIAL_BITS = 120;

    /** Made on first use; made anew when it runs out or this machine has a name or address that it lacks. */
    static SelfSigned under(Path data, InstantSource clock) throws IOException, GeneralSecurityException {
        var directory = data.resolve("tls");
        var own = new SelfSigned(directory.resolve("certificate.pem"), directory.resolve("server.pem"));
        if (!Files.exists(own.key) || !own.serves(clock.instant())) own.make(clock.instant());
        return own;
    }

    private boolean serves(Instant now) throws IOException, GeneralSecurityException {
        var present = ServerCertificate.parse(key);
        return now.isAfter(present.getNotBefore().toInstant())
                && now.plus(RENEWED_BEFORE).isBefore(present.getNotAfter().toInstant())
                && names(present).containsAll(wanted());
    }

    private static TreeSet<String> names(X509Certificate certificate) throws GeneralSecurityException {
        var names = certificate.getSubjectAlternativeNames();
        return names == null ? new TreeSet<>()
                : names.stream().map(it -> String.valueOf(it.get(1))).collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> wanted() {
        var names = new TreeSet<>(ThisMachine.names());
        names.add("localhost");
        names.add("127.0.0.1");
        names.add("0:0:0:0:0:0:0:1");
        return names;
    }

    private void make(Instant now) throws IOException, GeneralSecurityException {
        Files.createDirectories(key.getParent());
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        try (var text = new StringWriter(); var pem = new JcaPEMWriter(text)) {
            pem.writeObject(sign(pair, now));
            pem.flush();
            write(certificate, text.toString(), "rw-r--r--");
            pem.writeObject(new JcaPKCS8Generator(pair.getPrivate(), null));
            pem.flush();
            write(key, text.toString(), "rw-------");
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
        LOG.info("made a certificate, file={}, names={}", certificate, wanted());
    }

    private static X509CertificateHolder sign(KeyPair pair, Instant now)
            throws IOException, OperatorCreationException {
        var subject = new X500Name("CN=Haetae " + ThisMachine.names().stream().reduce((a, b) -> b).orElse("localhost"));
        var names = wanted().stream().map(SelfSigned::general).toArray(GeneralName[]::new);
        return new JcaX509v3CertificateBuilder(subject, new BigInteger(SERIAL_BITS, new SecureRandom()),
                Date.from(now.minus(CLOCKS_DIFFER)), Date.from(now.plus(VALID).minus(CLOCKS_DIFFER)), subject,
                pair.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names))
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true,
                        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
    }

    private static GeneralName general(String name) {
        var address = name.contains(":") || name.matches("[0-9.]+");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    /** The key stands in one file with its certificate, so that the two can never be of different makings. */
    private static void write(Path file, String text, String mode) throws IOException {
        var permissions = PosixFilePermissions.fromString(mode);
        var beside = Files.createTempFile(file.getParent(), "making-", ".pem",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, text);
        Files.setPosixFilePermissions(beside, permissions);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
