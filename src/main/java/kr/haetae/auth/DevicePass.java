package kr.haetae.auth;

import java.time.Instant;

/**
 * What a device keeps of a log-in beyond its end, to be known again; opens nothing. OWASP calls it a device cookie.
 *
 * @param text opaque, 75 characters
 */
public record DevicePass(String text, Instant expiresAt) {
    @Override
    public String toString() {
        return "DevicePass[" + expiresAt + "]";
    }
}
