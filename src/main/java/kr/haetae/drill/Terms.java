package kr.haetae.drill;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a drill is held.
 *
 * @param administrator of headquarters: he prepares operation, accounts and people
 * @param speed the rate of the operation's clock, 0 to 600; 0: everything is prepared and opened, and nobody acts
 * @param operation one that an earlier run prepared, to go on with; absent: a new one
 * @param accounts what the logins of the drill's people begin with: two drills at a time need different ones
 * @param key makes the new operation: the same key again is the same operation
 * @param progress how often it is said how far the drill has come
 */
public record Terms(Venue venue, Credential administrator, Scenario scenario, int speed, @Nullable UUID operation,
        String accounts, UUID key, String name, Duration progress) {
    public static final int FASTEST = 600;

    /** @throws IllegalArgumentException with a sentence when a value is out of its range */
    public Terms {
        if (speed < 0 || speed > FASTEST) {
            throw new IllegalArgumentException(
                    "The speed lies between 0 and " + FASTEST + ", not " + speed + ".");
        }
    }
}
