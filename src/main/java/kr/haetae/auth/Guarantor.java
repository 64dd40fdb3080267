package kr.haetae.auth;

import java.util.UUID;

/**
 * Who answers for what a device tries: the account that once logged in on it, as its {@link DevicePass} says, else the address that
 * it calls from. So who guesses behind a gateway spoils the name of the gateway, not that of the known devices behind it.
 *
 * @param name an account's and an address's are never the same
 */
record Guarantor(String name) {
    static Guarantor account(UUID account) {
        return new Guarantor("account " + account);
    }

    static Guarantor address(String address) {
        return new Guarantor("address " + address);
    }
}
