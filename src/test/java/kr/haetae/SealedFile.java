package kr.haetae;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import kr.haetae.event.Hash;

/** What a phone saves when its account is disabled, made as the phone makes it. */
final class SealedFile {
    private SealedFile() {}

    /** The content before it is sealed; of an account that is logged in, whose phone fetched {@code key}. */
    static JsonObject content(JsonObject key, String account, String login, JsonObject... items) {
        return new JsonObject().put("account", account).put("login", login).put("name", login)
                .put("voucher", key.getString("voucher")).put("sealedAt", Instant.now().toString())
                .put("deviceOffSeconds", 0).put("items", new JsonArray(List.of(items)));
    }

    static Buffer sealed(JsonObject content, JsonObject key) {
        try {
            return sealed(content, ECKey.parse(key.getJsonObject("key").encode()));
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Buffer sealed(JsonObject content, ECKey key) {
        try {
            JWEObject jwe = new JWEObject(new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                    .keyID(key.getKeyID()).build(), new Payload(content.encode()));
            jwe.encrypt(new ECDHEncrypter(key));
            return new JsonObject().put("haetae", "sealed-queue").put("version", 1).put("sealed", jwe.serialize())
                    .toBuffer();
        } catch (JOSEException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** How the content says what lies behind it of an item's file; its bytes the server does not see. */
    static JsonObject medium(JsonObject item, byte[] bytes, String type) {
        return new JsonObject().put("id", item.getString("id")).put("type", type).put("bytes", bytes.length)
                .put("sha256", Hash.of(bytes).hex()).put("key", Base64.getEncoder().encodeToString(new byte[32]));
    }

    /** An empty one of somebody's. */
    static Buffer empty(RunningNode node, String login) {
        Caller officer = Caller.of(node, login);
        JsonObject key = Caller.body(officer.get("/sealing-key"), 200);
        String account = Caller.body(officer.get("/session"), 200).getJsonObject("account").getString("id");
        return sealed(content(key, account, login), key);
    }
}
