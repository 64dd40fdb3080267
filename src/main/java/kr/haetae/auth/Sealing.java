package kr.haetae.auth;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.math.ec.ECPoint;

/**
 * What phones seal for the rooms: JWE (RFC 7516), ECDH-ES on P-256 with A256GCM. Whoever holds a phone has the public key alone, so
 * what was sealed there can't be read or changed there. The private key is derived from the installation's secret: every node has
 * it without another file, and what was sealed weeks ago can still be opened.
 */
public final class Sealing {
    private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");
    private static final String VOUCHER = "sealed-queue voucher";

    private final Supplier<KeyRing> ring;

    Sealing(Supplier<KeyRing> ring) {
        this.ring = ring;
    }

    /** What became of a sealed text. */
    public sealed interface Opened {
        record Plain(byte[] bytes) implements Opened {}

        /** It is sealed for another key than this installation's. */
        record Foreign() implements Opened {}

        /** It was changed after it was sealed, or never was sealed in this way. */
        record Broken() implements Opened {}
    }

    /** The public key as a JWK, for whoever seals; its {@code kid} is its thumbprint (RFC 7638). */
    public Map<String, Object> publicKey() {
        return key().toPublicJWK().toJSONObject();
    }

    /** @param compact a JWE in its compact form */
    public Opened open(String compact) {
        ECKey key = key();
        try {
            JWEObject sealed = JWEObject.parse(compact);
            JWEHeader header = sealed.getHeader();
            if (!JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm())
                    || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                    || header.getCompressionAlgorithm() != null) {
                return new Opened.Broken();
            }
            if (!key.getKeyID().equals(header.getKeyID())) {
                return new Opened.Foreign();
            }
            sealed.decrypt(new ECDHDecrypter(key));
            return new Opened.Plain(sealed.getPayload().toBytes());
        } catch (ParseException | JOSEException e) {
            return new Opened.Broken();
        }
    }

    /**
     * What a phone gets with the public key while an account is logged in on it, and seals into the file: without it anybody who
     * knows the public key could write reports in another's name.
     */
    public String voucher(UUID account) {
        byte[] proof = ring.get().derive(VOUCHER, account.toString().getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
    }

    /** Whether the voucher is the account's; takes as long for any wrong one. */
    public boolean vouched(UUID account, String voucher) {
        return MessageDigest.isEqual(voucher(account).getBytes(StandardCharsets.UTF_8),
                voucher.getBytes(StandardCharsets.UTF_8));
    }

    /** A key by FIPS 186-5 A.2.1: twice as many bits as the order's, so that none of its values is likelier. */
    private ECKey key() {
        BigInteger bits = new BigInteger(1, joined(derived(0), derived(1)));
        BigInteger secret = bits.mod(P256.getN().subtract(BigInteger.ONE)).add(BigInteger.ONE);
        ECPoint point = P256.getG().multiply(secret).normalize();
        try {
            return new ECKey.Builder(Curve.P_256, Base64URL.encode(point.getAffineXCoord().getEncoded()),
                    Base64URL.encode(point.getAffineYCoord().getEncoded()))
                    .d(ECKey.encodeCoordinate(P256.getCurve().getFieldSize(), secret))
                    .keyUse(KeyUse.ENCRYPTION)
                    .algorithm(JWEAlgorithm.ECDH_ES)
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private byte[] derived(int part) {
        return ring.get().derive("sealed-queue key", new byte[]{(byte) part});
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
