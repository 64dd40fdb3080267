package kr.haetae.auth;

import org.jspecify.annotations.Nullable;

/**
 * Where a log-in comes from: the peer's address, what it says it is, and the {@link DevicePass} that it keeps, all only for
 * throttling and for the list of sessions.
 *
 * @param pass as the device sent it; null: none
 */
public record Device(String address, String userAgent, @Nullable String pass) {
    /** One that nobody has logged in on. */
    public Device(String address, String userAgent) {
        this(address, userAgent, null);
    }
}
