package kr.haetae.drill;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One command of the plan.
 *
 * @param at when it happens, by the operation's clock; what it says of itself
 * @param send when it leaves the device: later than {@code at} where the network fails
 * @param id the Idempotency-Key
 * @param after the command whose outcome its sender waits for
 */
record Step(Instant at, Instant send, Client client, UUID id, Act act, @Nullable UUID after) {
    /** As it is kept for comparison: client, id and request. */
    String line() {
        Call call = act.call(at);
        return client + " " + id + " " + call.method() + " " + call.path() + " " + call.body();
    }
}
