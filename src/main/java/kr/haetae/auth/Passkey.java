package kr.haetae.auth;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey (패스키) as its owner sees it.
 *
 * @param name the owner's, 1 to {@link #MAX_NAME} characters
 * @param domain the domain whose addresses it is for
 * @param lastUsedAt absent until somebody logged in with it
 */
public record Passkey(UUID id, String name, String domain, Instant addedAt, @Nullable Instant lastUsedAt) {
    public static final int MAX_NAME = 60;
}
