package kr.haetae.http;

import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.haetae.auth.Actor;
import kr.haetae.auth.Gate;
import kr.haetae.event.Author;
import kr.haetae.event.Cursor;
import kr.haetae.event.Hash;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** One request as an endpoint sees it: who calls, and its parts, each with a problem of its own when it is wrong. */
final class Call {
    /** Where {@link Door} leaves who was let in. */
    static final String ADMISSION = "haetae.admission";

    /** The highest cursor that the client has seen. */
    static final String CURSOR_HEADER = "Haetae-Cursor";

    private static final int UUID_LENGTH = 36;

    private static final Pattern SEQ_FORM = Pattern.compile("[1-9][0-9]{0,17}");

    private final RoutingContext ctx;

    Call(RoutingContext ctx) {
        this.ctx = ctx;
    }

    RoutingContext context() {
        return ctx;
    }

    Gate.Admission admission() {
        Gate.Admission admission = ctx.get(ADMISSION);
        if (admission == null) {
            throw new IllegalStateException("a route without an action has no caller");
        }
        return admission;
    }

    Actor actor() {
        return admission().actor();
    }

    Author author() {
        return actor().author();
    }

    <T> T body(Class<T> type) {
        return RequestBody.decode(ctx, type);
    }

    Hash requestHash() {
        return RequestBody.hash(ctx);
    }

    UUID idempotencyKey() {
        String key = ctx.request().getHeader("Idempotency-Key");
        if (key == null) {
            throw Problem
                    .bad("idempotency-key-missing",
                            "Send an Idempotency-Key: a new UUID for each new command, the same one for a repeat.")
                    .exception();
        }
        return uuid("Idempotency-Key", key, "idempotency-key-malformed");
    }

    UUID pathId(String name) {
        return uuid(name, Objects.requireNonNull(ctx.pathParam(name)), "malformed-id");
    }

    /** A seq of the ledger. */
    long pathSeq(String name) {
        String value = Objects.requireNonNull(ctx.pathParam(name));
        if (!SEQ_FORM.matcher(value).matches()) {
            throw Problem.bad("malformed-id", name + " is the number of an entry, such as 412.").exception();
        }
        return Long.parseLong(value);
    }

    UnitCode pathUnit(String name) {
        String value = Objects.requireNonNull(ctx.pathParam(name));
        try {
            return new UnitCode(value);
        } catch (IllegalArgumentException e) {
            throw Problem.bad("malformed-id", name + " is a unit code such as seoul-gangnam.").exception();
        }
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(ctx.request().getParam(name)).filter(value -> !value.isBlank());
    }

    Optional<UUID> queryId(String name) {
        return query(name).map(value -> uuid(name, value, "malformed-parameter"));
    }

    Optional<UnitCode> queryUnit(String name) {
        return query(name).map(value -> {
            try {
                return new UnitCode(value);
            } catch (IllegalArgumentException e) {
                throw parameter(name, value, "a unit code").exception();
            }
        });
    }

    Optional<Instant> queryTime(String name) {
        return query(name).map(value -> {
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException e) {
                throw parameter(name, value, "a time in ISO 8601 with an offset").exception();
            }
        });
    }

    Optional<LocalDate> queryDate(String name) {
        return query(name).map(value -> {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw parameter(name, value, "a date such as 2026-06-03").exception();
            }
        }).filter(date -> {
            if (date.getYear() < 2000 || date.getYear() >= 2100) {
                throw parameter(name, date.toString(), "a date of this century").exception();
            }
            return true;
        });
    }

    Optional<LocalTime> queryClockTime(String name) {
        return query(name).map(value -> {
            try {
                return LocalTime.parse(value);
            } catch (DateTimeException e) {
                throw parameter(name, value, "a time of day such as 18:00").exception();
            }
        });
    }

    <E extends Enum<E>> Optional<E> queryEnum(String name, Class<E> type) {
        return query(name).map(value -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> parameter(name, value, "one of " + Arrays.stream(type.getEnumConstants())
                        .map(Enum::name).collect(Collectors.joining(", "))).exception()));
    }

    Optional<Boolean> queryFlag(String name) {
        return query(name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw parameter(name, value, "true or false").exception();
        });
    }

    Optional<Long> queryNumber(String name, long min, long max) {
        return query(name).map(value -> {
            try {
                long number = Long.parseLong(value);
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw parameter(name, value, "a whole number").exception();
            }
            throw parameter(name, value, "between " + min + " and " + max).exception();
        });
    }

    Optional<Cursor> queryCursor(String name) {
        return query(name).map(value -> Cursor.parse(value)
                .orElseThrow(() -> parameter(name, value, "a cursor, such as 12.0b1c2d3e4f506172").exception()));
    }

    /** What the client has seen, by its header. */
    Optional<Cursor> seen() {
        return Optional.ofNullable(ctx.request().getHeader(CURSOR_HEADER)).map(value -> Cursor.parse(value)
                .orElseThrow(() -> Problem.bad("malformed-cursor", "The header Haetae-Cursor is not a cursor.")
                        .exception()));
    }

    /** The id, if the text has its form. */
    static Optional<UUID> uuid(@Nullable String value) {
        return value != null && isUuid(value) ? Optional.of(UUID.fromString(value)) : Optional.empty();
    }

    /** {@link UUID#fromString} takes shorter groups too. By hand: as a regular expression it was a twentieth of what a report costs. */
    private static boolean isUuid(String value) {
        if (value.length() != UUID_LENGTH) {
            return false;
        }
        for (int at = 0; at < value.length(); at++) {
            boolean hyphen = at == 8 || at == 13 || at == 18 || at == 23;
            if (hyphen ? value.charAt(at) != '-' : !HexFormat.isHexDigit(value.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static UUID uuid(String name, String value, String code) {
        if (!isUuid(value)) {
            throw Problem.bad(code, name + " is a UUID such as 0192f0c4-8f7e-7cc1-9d6b-0c2f3a4b5c6d.").exception();
        }
        return UUID.fromString(value);
    }

    private static Problem parameter(String name, String value, String expected) {
        String shown = value.length() <= 60 ? value : value.substring(0, 60) + "…";
        return Problem.bad("malformed-parameter",
                "The parameter " + name + " is " + expected + ", not '" + shown + "'.");
    }
}
