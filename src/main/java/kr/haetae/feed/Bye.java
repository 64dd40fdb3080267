package kr.haetae.feed;

import java.util.Locale;

/** Why the server ends a socket; the table in docs/protocol.md says what the client does. Close codes are RFC 6455's. */
public enum Bye {
    HELLO_EXPECTED(1008, "Say hello within 5 seconds."),
    HELLO_TOO_OFTEN(1008,
            "Say hello at most 10 times in 10 seconds, and without a known cursor 60 times on all sockets."),
    MALFORMED(1008, "This is not a frame of the live protocol."),
    BINARY_REFUSED(1003, "Send text frames only."),
    OPERATION_UNKNOWN(1008, "There is no such operation."),
    SCOPE_FORBIDDEN(1008, "That unit is outside your jurisdiction."),
    SESSION_ENDED(1008, "The session has ended; log in again."),
    ACCOUNT_DISABLED(1008, "The account has been disabled."),
    TOO_MANY_SOCKETS(1013, "This session has too many sockets open."),
    TOO_SLOW(1013, "Nothing was read for a minute."),
    SERVER_STOPPING(1001, "The server is stopping.");

    private final short close;
    private final String reason;

    Bye(int close, String reason) {
        this.close = (short) close;
        this.reason = reason;
    }

    public short close() {
        return close;
    }

    public String reason() {
        return reason;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
