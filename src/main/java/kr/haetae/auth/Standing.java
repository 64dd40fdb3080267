package kr.haetae.auth;

/** What the house picture says of a log-in session at one moment. */
public sealed interface Standing {
    /** It stands; the actor carries the account's present role and unit. */
    record Present(Actor actor) implements Standing {}

    /** Logged out, revoked, or opened before the password was changed. */
    record Ended() implements Standing {}

    /** The account is disabled. */
    record Disabled() implements Standing {}
}
