package kr.haetae.config;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Every setting there is: its variable is {@code HAETAE_} and the constant's name. docs/configuration.md shows this
 * very table; a test compares the two.
 */
public enum Setting {
    HTTP_HOST("`127.0.0.1`; with TLS `0.0.0.0`", "Address the pages and the API listen on."),
    HTTP_PORT("8080", 0, 65_535, "Their port; 0 takes a free one."),
    PUBLIC_ORIGINS("*derived*", "Origins from which browsers may change anything or open the live socket, separated by "
            + "commas, as `https://room.example.kr`. Derived: this machine's names and addresses with the port. Behind "
            + "a proxy, name the address the browser shows."),
    TRUSTED_PROXIES("*none*",
            "Proxies in front of this server, addresses or networks as `10.0.0.0/8`, separated by commas: "
                    + "from these the client's address is taken out of `X-Forwarded-For`, so that failed log-ins are counted by "
                    + "client and not by proxy."),
    MANAGEMENT_HOST("127.0.0.1", "Address of metrics and health; never a public one."),
    MANAGEMENT_PORT("8081", 0, 65_535, "Their port; 0 takes a free one."),
    DATA("./data", "Directory of what this machine keeps: the embedded database, keys, certificates, first accounts."),
    DATABASE_URL("*embedded*", "External PostgreSQL, as `postgresql://host:5432/haetae`. Without it an embedded "
            + "PostgreSQL 18 runs under the data directory."),
    ROLE("full",
            "`full`, or `feed`: the node follows a streaming replica of the database, shows pictures, and refuses every "
                    + "command and log-in with `feed-only`; see docs/operations.md."),
    DATABASE_USER("haetae", "User of the external database."),
    DATABASE_PASSWORD("*none*", "Password of the external database. A secret."),
    DATABASE_POOL_SIZE("8", 2, 200, "Connections of this node to the database."),
    EMBEDDED_PORT("0", 0, 65_535, "Port of the embedded database on loopback; 0 takes a free one."),
    FORCE_ELECTION_ON_EMBEDDED("false",
            "`true` allows a real election on the embedded database, which has no standby."),
    TLS("off; `files` when a certificate is set", "`off`, `self-signed` (made and renewed under the data directory) or "
            + "`files`."),
    TLS_CERTIFICATE("*none*", "Certificate chain, PEM, for `HAETAE_TLS=files`."),
    TLS_KEY("*none*", "Private key, PEM, PKCS#8, unencrypted, for `HAETAE_TLS=files`."),
    KEYS_FILE("`keys.json` under the data directory", "Keys that sign the tokens; made on first start, mode 600. Nodes "
            + "of one installation share it."),
    ACCESS_TOKEN_LIFETIME("10m", 30, 86_400, "How long an access token is taken before it must be refreshed."),
    REFRESH_TOKEN_LIFETIME("36h", 600, 2_592_000, "How long a log-in survives unused: a polling day's duty, 05:00 to "
            + "about 05:00 of the next day, and a margin."),
    SESSION_LIFETIME("30d", 3_600, 2_592_000, "How long a log-in lives at most, used or not: the 30 days that NIST "
            + "SP 800-63B allows at AAL1."),
    LOGIN_FAILURES("10", 3, 100, "Failed log-ins of one account within the window before it must wait; at most the 100 "
            + "of NIST SP 800-63B, 5.2.2."),
    LOGIN_FAILURE_WINDOW("15m", 60, 86_400, "That window, and the longest wait."),
    LOGIN_CONCURRENCY("*derived*", 1, 64,
            "Passwords hashed at the same time, those of suspected guessers aside; further "
                    + "log-ins wait their turn. Derived: half the processors, at least one."),
    PASSKEY_DOMAIN("*derived*",
            "Domain that passkeys are for, where this installation is reached under several names of it, as "
                    + "`example.kr` for `room.example.kr` and `field.example.kr`. Derived: each name has passkeys of its own. Another "
                    + "domain makes all passkeys useless."),
    QUEUE_LIMIT("4096", 1, 1_000_000, "Commands that may wait for the ledger; past it the answer is 503."),
    MAX_FRAME_BYTES("64KiB", 1_024, 1_048_576, "Largest WebSocket frame taken from a client; past it the socket closes "
            + "with 1009."),
    MAX_BODY_BYTES("64KiB", 1_024, 16_777_216, "Largest request body taken, imports aside; past it the answer is 413."),
    MAX_IMPORT_BYTES("32MiB", 1_024, 1_073_741_824, "Largest file taken for an import."),
    MAX_ATTACHMENT_BYTES("200MiB", 65_536, 1_073_741_824, "Largest photograph, film, recording or document taken."),
    UPLOAD_RATE_BYTES("8MiB", 65_536, 1_073_741_824,
            "How much of attachments this node takes in a second, all senders together, so that reports go first."),
    UPLOAD_LIFETIME("24h", 60, 2_592_000, "How long an unfinished upload may rest before it is deleted, and how long a "
            + "finished one may wait to be attached."),
    SNAPSHOTS("compared",
            "`compared`: a start reads the newest snapshot of each operation and, while it serves, verifies the "
                    + "record before it and folds it again to compare, which needs the memory of a second picture meanwhile. "
                    + "`verified`: the same without folding again. `off`: every start folds everything; none is written."),
    ARCHIVED_OPERATION_LIFETIME("10m", 1, 2_592_000,
            "How long an archived operation stays in memory after somebody last "
                    + "asked for it or looked at it."),
    MAP_BOUNDARIES("*none*",
            "File of finer boundaries for the map: a GeoJSON FeatureCollection of polygons or lines, WGS 84 "
                    + "degrees in Korea, at most 16 MiB; a feature's `name` names it."),
    MAP_TILES("*none*",
            "Internal tile server for the map, as `https://tiles.example.kr/{z}/{x}/{y}.png`; browsers ask it "
                    + "directly, so the pages' content security policy lets in its pictures and nothing else. None is needed."),
    MAP_TILES_ATTRIBUTION("*none*", "Whom to name on the map for its tiles."),
    FRAME_MILLIS("25", 0, 100,
            "How long a screen's changes are gathered, in milliseconds, once it has just been sent some; the first after a quiet "
                    + "moment goes at once. 100 takes the least processor time on a busy day, 0 sends every commit by itself; "
                    + "any other grows to 100 by itself when writing to all screens takes that long."),
    DRILL_SPEED("20", 0, 600,
            "How many times as fast as real time the clock of the drill runs that an empty installation "
                    + "begins with; 0: it is prepared and opened, and nobody acts in it."),
    LOG_LEVEL("info", "`error`, `warn`, `info`, `debug` or `trace`.");

    private static final String PREFIX = "HAETAE_";

    final String defaultText;
    final long least;
    final long most;
    private final String meaning;

    Setting(String defaultText, String meaning) {
        this(defaultText, Long.MIN_VALUE, Long.MAX_VALUE, meaning);
    }

    /** Sizes are bounded in bytes, spans in seconds. */
    Setting(String defaultText, long least, long most, String meaning) {
        this.defaultText = defaultText;
        this.least = least;
        this.most = most;
        this.meaning = meaning;
    }

    /** The environment variable, as {@code HAETAE_HTTP_PORT}. */
    public String key() {
        return PREFIX + name();
    }

    /** The variable that names a file holding the value; only secrets have one. */
    public String fileKey() {
        return key() + "_FILE";
    }

    public boolean secret() {
        return this == DATABASE_PASSWORD;
    }

    boolean span() {
        return name().endsWith("_LIFETIME") || name().endsWith("_WINDOW");
    }

    boolean size() {
        return name().endsWith("_BYTES");
    }

    /** All settings as the Markdown table of docs/configuration.md, each line ended by a newline. */
    public static String table() {
        return "| variable | default | range | meaning |\n|---|---|---|---|\n"
                + Arrays.stream(values()).map(Setting::row).collect(Collectors.joining());
    }

    private String row() {
        var names = secret() ? "`%s` or `%s`".formatted(key(), fileKey()) : "`%s`".formatted(key());
        var shown = defaultText.matches(".*[`*].*") ? defaultText : "`%s`".formatted(defaultText);
        return "| %s | %s | %s | %s |\n".formatted(names, shown, range(), meaning);
    }

    /** The bounds in the unit of the value, as {@code 0 to 65535}; empty where there are none. */
    String range() {
        return least == Long.MIN_VALUE ? "" : "%s to %s".formatted(inUnit(least), inUnit(most));
    }

    private String inUnit(long bound) {
        if (span()) return Span.show(bound);
        return size() ? ByteSize.show(bound) : Long.toString(bound);
    }
}
