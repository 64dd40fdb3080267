package kr.haetae.auth;

/** Where a log-in comes from: the peer's address and what it says it is, both only for throttling and for the list of sessions. */
public record Device(String address, String userAgent) {}
