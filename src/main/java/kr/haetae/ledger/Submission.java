package kr.haetae.ledger;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import kr.haetae.event.Decision;
import kr.haetae.event.Hash;
import kr.haetae.event.UnitCode;

/**
 * A command as the ledger sees it.
 *
 * @param command the client-made id; the same command is sent again with the same id
 * @param account who; an id belongs to the account that used it first
 * @param unit the unit that the account acts for
 * @param request SHA-256 of the canonical request; the same id with another request is refused
 * @param decide pure; gets the picture and what the operation's clock will show in the entries. Called again whenever the
 *     picture has changed under it, on the ledger's thread
 */
public record Submission<P>(
        UUID command, UUID account, UnitCode unit, Hash request, BiFunction<P, Instant, Decision> decide) {}
