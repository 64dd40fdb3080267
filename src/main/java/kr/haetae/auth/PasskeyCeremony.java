package kr.haetae.auth;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadTopOriginException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The two ceremonies of WebAuthn §7, by the library, for threads that may wait; knows neither accounts nor tables. Which make of authenticator it is nobody asks:
 * its attestation is not verified. Whether a challenge is ours is {@link PasskeyChallenges}' to say, before anything is verified here.
 */
final class PasskeyCeremony {
    /** ES256, EdDSA and RS256: what phones, security keys and Windows Hello sign with; COSE numbers (RFC 9053, RFC 8812). */
    static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    private static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
            .map(number -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY,
                    COSEAlgorithmIdentifier.create(number)))
            .toList();

    /** Made when it is first asked for: that takes half a second, for which no start is to wait. */
    private static final class Library {
        static final ObjectConverter CONVERTER = new ObjectConverter();
        static final WebAuthnManager CEREMONIES = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
    }

    /** What the device answered, taken apart, and the challenge that it signed. */
    record Opened<T>(T data, byte[] challenge) {}

    /** Takes an answer apart that was made at that address. Denied with {@code passkey-malformed} or {@code passkey-origin-foreign}. */
    Verdict<Opened<AuthenticationData>> open(PasskeyResponse.Assertion given, RelyingParty party) {
        return open(() -> {
            AuthenticationData data = Library.CEREMONIES
                    .parse(new AuthenticationRequest(given.credential(), given.userHandle(),
                            given.authenticatorData(), given.clientData(), given.signature()));
            Objects.requireNonNull(data.getAuthenticatorData());
            return opened(data, Objects.requireNonNull(data.getCollectedClientData()), party);
        });
    }

    /** As {@link #open(PasskeyResponse.Assertion, RelyingParty)}. */
    Verdict<Opened<RegistrationData>> open(PasskeyResponse.Attestation given, RelyingParty party) {
        return open(() -> {
            RegistrationData data = Library.CEREMONIES.parse(
                    new RegistrationRequest(given.attestationObject(), given.clientData()));
            Objects.requireNonNull(data.getAttestationObject());
            return opened(data, Objects.requireNonNull(data.getCollectedClientData()), party);
        });
    }

    /**
     * Whether the holder of that key signed, and the device made sure that it is he.
     *
     * @return how often the key has signed; denied with {@code passkey-wrong}, {@code passkey-unverified}, {@code passkey-copied} or
     *     {@code passkey-origin-foreign}
     */
    Verdict<Long> verify(Opened<AuthenticationData> opened, RelyingParty party, Passkeys.Key key) {
        return verified(() -> {
            AttestedCredentialData known = new AttestedCredentialData(new AAGUID(key.aaguid()), key.credential(),
                    Objects.requireNonNull(
                            Library.CONVERTER.getCborConverter().readValue(key.publicKey(), COSEKey.class)));
            // What was said when it was added, beyond the key and the counter, is not kept: nothing here asks for it.
            CredentialRecordImpl stored = new CredentialRecordImpl(null, null, null, null, key.signCount(), known, null,
                    null, null, null);
            AuthenticationParameters wanted = new AuthenticationParameters(server(party, opened), stored,
                    List.of(key.credential()), true, true);
            return Objects.requireNonNull(Library.CEREMONIES.verify(opened.data(), wanted).getAuthenticatorData())
                    .getSignCount();
        });
    }

    /** The key of a new passkey; denied as {@link #verify(Opened, RelyingParty, Passkeys.Key)}. */
    Verdict<Passkeys.Key> verify(Opened<RegistrationData> opened, RelyingParty party) {
        return verified(() -> {
            RegistrationParameters wanted = new RegistrationParameters(server(party, opened), PARAMETERS, true, true);
            AuthenticatorData<?> made = Objects
                    .requireNonNull(Library.CEREMONIES.verify(opened.data(), wanted).getAttestationObject())
                    .getAuthenticatorData();
            AttestedCredentialData key = Objects.requireNonNull(made.getAttestedCredentialData());
            return new Passkeys.Key(key.getCredentialId(), Library.CONVERTER.getCborConverter().writeValueAsBytes(
                    key.getCOSEKey()), Objects.requireNonNull(key.getAaguid().getValue()), made.getSignCount());
        });
    }

    private static <T> Verdict<Opened<T>> open(Supplier<Verdict<Opened<T>>> taken) {
        try {
            return taken.get();
        } catch (RuntimeException e) {
            // Bytes of strangers: whatever the library stumbles over in them, they are no answer of a device.
            return Verdict.denied(Denial.Code.PASSKEY_MALFORMED);
        }
    }

    private static <T> Verdict<Opened<T>> opened(T data, CollectedClientData client, RelyingParty party) {
        byte[] challenge = Objects.requireNonNull(client.getChallenge().getValue());
        return Origin.create(party.origin()).equals(client.getOrigin())
                ? Verdict.granted(new Opened<>(data, challenge))
                : Verdict.denied(Denial.Code.PASSKEY_ORIGIN_FOREIGN);
    }

    private static ServerProperty server(RelyingParty party, Opened<?> opened) {
        return ServerProperty.builder().origin(Origin.create(party.origin())).rpId(party.domain())
                .challenge(new DefaultChallenge(opened.challenge())).build();
    }

    private static <T> Verdict<T> verified(Supplier<T> ceremony) {
        try {
            return Verdict.granted(ceremony.get());
        } catch (VerificationException e) {
            return Verdict.denied(switch (e) {
                case MaliciousCounterValueException copied -> Denial.Code.PASSKEY_COPIED;
                case UserNotVerifiedException nobody -> Denial.Code.PASSKEY_UNVERIFIED;
                case UserNotPresentException nobody -> Denial.Code.PASSKEY_UNVERIFIED;
                case BadOriginException foreign -> Denial.Code.PASSKEY_ORIGIN_FOREIGN;
                case BadTopOriginException foreign -> Denial.Code.PASSKEY_ORIGIN_FOREIGN;
                case CrossOriginException foreign -> Denial.Code.PASSKEY_ORIGIN_FOREIGN;
                case BadRpIdException foreign -> Denial.Code.PASSKEY_ORIGIN_FOREIGN;
                default -> Denial.Code.PASSKEY_WRONG;
            });
        }
    }
}
