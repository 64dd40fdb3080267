package kr.haetae.testing;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import kr.haetae.auth.PasskeyResponse;

/** A phone with one passkey (ES256), and a browser that tells what it is told to tell: honest or not. */
public final class SoftPhone {
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_KEY = 0x40;

    private final String domain;
    private final byte[] credential;
    private final KeyPair key;
    private byte[] handle = {};
    private String origin;
    private long counter;
    private boolean unlocked = true;

    public SoftPhone(String origin, String domain) {
        this.origin = origin;
        this.domain = domain;
        UUID id = UUID.randomUUID();
        credential = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())
                .array();
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            key = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which address its browser shows. */
    public SoftPhone at(String address) {
        origin = address;
        return this;
    }

    public SoftPhone counting(long from) {
        counter = from;
        return this;
    }

    /** Whether it asks for finger, face or code. */
    public SoftPhone unlocked(boolean now) {
        unlocked = now;
        return this;
    }

    /** Whose passkey it says it is. */
    public SoftPhone handle(byte[] of) {
        handle = of.clone();
        return this;
    }

    public byte[] credential() {
        return credential.clone();
    }

    /** Makes the passkey that it is asked for. */
    public PasskeyResponse.Attestation make(byte[] challenge, byte[] of) {
        handle = of.clone();
        byte[] known = cose();
        byte[] made = ByteBuffer.allocate(16 + 2 + credential.length + known.length).put(new byte[16])
                .putShort((short) credential.length).put(credential).put(known).array();
        byte[] data = joined(authenticatorData(WITH_KEY), made);
        return new PasskeyResponse.Attestation(client("webauthn.create", challenge), attestation(data));
    }

    /** Signs what it is asked to sign. */
    public PasskeyResponse.Assertion sign(byte[] challenge) {
        byte[] client = client("webauthn.get", challenge);
        byte[] data = authenticatorData(0);
        return new PasskeyResponse.Assertion(credential(), client, data, signature(joined(data, sha256(client))),
                handle.clone());
    }

    /** As its browser writes an answer in JSON. */
    public static JsonObject json(PasskeyResponse.Assertion given) {
        return new JsonObject().put("id", text(given.credential())).put("rawId", text(given.credential()))
                .put("type", "public-key").put("authenticatorAttachment", "platform")
                .put("clientExtensionResults", new JsonObject())
                .put("response", new JsonObject().put("clientDataJSON", text(given.clientData()))
                        .put("authenticatorData", text(given.authenticatorData()))
                        .put("signature", text(given.signature()))
                        .put("userHandle", text(Objects.requireNonNull(given.userHandle()))));
    }

    public JsonObject json(PasskeyResponse.Attestation given) {
        return new JsonObject().put("id", text(credential)).put("rawId", text(credential)).put("type", "public-key")
                .put("response", new JsonObject().put("clientDataJSON", text(given.clientData()))
                        .put("attestationObject", text(given.attestationObject())).put("publicKeyAlgorithm", -7));
    }

    public static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] client(String type, byte[] challenge) {
        return new JsonObject().put("type", type).put("challenge", text(challenge)).put("origin", origin)
                .put("crossOrigin", false).encode().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int more) {
        int flags = PRESENT | (unlocked ? VERIFIED : 0) | more;
        byte[] data = ByteBuffer.allocate(37).put(sha256(domain.getBytes(StandardCharsets.UTF_8))).put((byte) flags)
                .putInt((int) counter).array();
        counter = counter == 0 ? 0 : counter + 1;
        return data;
    }

    private byte[] cose() {
        ECPublicKey known = (ECPublicKey) key.getPublic();
        return cbor(out -> {
            out.writeStartObject(5);
            out.writeFieldId(1);
            out.writeNumber(2);
            out.writeFieldId(3);
            out.writeNumber(-7);
            out.writeFieldId(-1);
            out.writeNumber(1);
            out.writeFieldId(-2);
            out.writeBinary(coordinate(known.getW().getAffineX()));
            out.writeFieldId(-3);
            out.writeBinary(coordinate(known.getW().getAffineY()));
            out.writeEndObject();
        });
    }

    private static byte[] attestation(byte[] data) {
        return cbor(out -> {
            out.writeStartObject(3);
            out.writeStringField("fmt", "none");
            out.writeFieldName("attStmt");
            out.writeStartObject(0);
            out.writeEndObject();
            out.writeBinaryField("authData", data);
            out.writeEndObject();
        });
    }

    private byte[] signature(byte[] of) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(key.getPrivate());
            signer.update(of);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Writing {
        void to(CBORGenerator out) throws IOException;
    }

    private static byte[] cbor(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CBORGenerator out = new CBORFactory().createGenerator(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes.length > 32 ? Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length)
                : joined(new byte[32 - bytes.length], bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }
}
