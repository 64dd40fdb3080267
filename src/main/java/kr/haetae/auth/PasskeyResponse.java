package kr.haetae.auth;

import org.jspecify.annotations.Nullable;

/** What a device answered to a challenge, byte for byte; nothing in it is believed before it was verified. */
public sealed interface PasskeyResponse {
    byte[] clientData();

    /**
     * To log in.
     *
     * @param userHandle whose passkey the device says it is; a discoverable one always says it
     */
    record Assertion(byte[] credential, byte[] clientData, byte[] authenticatorData, byte[] signature,
            byte @Nullable [] userHandle) implements PasskeyResponse {}

    /** To add a passkey. */
    record Attestation(byte[] clientData, byte[] attestationObject) implements PasskeyResponse {}
}
