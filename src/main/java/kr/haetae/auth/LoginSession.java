package kr.haetae.auth;

import java.util.UUID;

/**
 * One log-in on one device, as an access token names it. Requests and sockets keep it and ask {@link House#standing} again, since
 * it can end at any entry of the house ledger.
 *
 * @param since the entry of the house ledger from which the account's sessions counted when this one was opened
 */
public record LoginSession(UUID id, UUID account, long since) {}
