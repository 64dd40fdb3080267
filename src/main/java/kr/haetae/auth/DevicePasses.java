package kr.haetae.auth;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Gives devices their passes and knows them again. A pass is an account and an end under a seal of the installation's secret, so any
 * node knows what another gave and nobody keeps one. It is of an account rather than of a device, so that who logs in a hundred times
 * has one guarantor and not a hundred; a room's computer that several people use is vouched for by the last of them.
 */
final class DevicePasses {
    /** From the exercise weeks before to the day itself; each log-in gives another. */
    static final Duration LIFE = Duration.ofDays(90);

    private static final int OPEN_BYTES = 2 * Long.BYTES + Long.BYTES;
    private static final int SEAL_BYTES = 32;

    private final Supplier<KeyRing> ring;
    private final Supplier<House> house;
    private final InstantSource clock;

    DevicePasses(Supplier<KeyRing> ring, Supplier<House> house, InstantSource clock) {
        this.ring = ring;
        this.house = house;
        this.clock = clock;
    }

    DevicePass give(UUID account) {
        Instant expiresAt = clock.instant().plus(LIFE);
        byte[] open = ByteBuffer.allocate(OPEN_BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .putLong(expiresAt.toEpochMilli())
                .array();
        byte[] pass = ByteBuffer.allocate(OPEN_BYTES + SEAL_BYTES).put(open).put(seal(open)).array();
        return new DevicePass(Base64.getUrlEncoder().withoutPadding().encodeToString(pass), expiresAt);
    }

    /** A pass that is forged or has expired, or whose account is disabled, vouches for nothing. */
    Guarantor guarantor(Device device) {
        return Optional.ofNullable(device.pass())
                .flatMap(this::account)
                .filter(account -> house.get().account(account).filter(Account::enabled).isPresent())
                .map(Guarantor::account)
                .orElseGet(() -> Guarantor.address(device.address()));
    }

    private Optional<UUID> account(String text) {
        byte[] pass;
        try {
            pass = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (pass.length != OPEN_BYTES + SEAL_BYTES) {
            return Optional.empty();
        }
        byte[] open = Arrays.copyOf(pass, OPEN_BYTES);
        ByteBuffer fields = ByteBuffer.wrap(open);
        UUID account = new UUID(fields.getLong(), fields.getLong());
        boolean sealed = MessageDigest.isEqual(seal(open), Arrays.copyOfRange(pass, OPEN_BYTES, pass.length));
        return sealed && clock.instant().isBefore(Instant.ofEpochMilli(fields.getLong()))
                ? Optional.of(account)
                : Optional.empty();
    }

    private byte[] seal(byte[] open) {
        return ring.get().derive("device-pass", open);
    }
}
