package kr.haetae.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.haetae.auth.Account;
import kr.haetae.auth.House;
import kr.haetae.auth.Sealing;
import kr.haetae.event.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What a phone had not sent when its account was disabled, as it sealed it for the rooms: a JSON object
 * {@code {"haetae":"sealed-queue","version":2,"sealed":<compact JWE>}}. From version 2 on a line feed ends it, and the encrypted bytes of
 * photographs and films follow, which only whoever reads the file needs; they may be left out here.
 *
 * @param account whose reports they are
 * @param sealedAt by the phone's clock
 * @param deviceOffSeconds how far that clock was ahead (positive) or behind when the phone last heard the server
 * @param items in the order in which they were written
 * @param media of items, in the order in which they lie in the file; none in version 1
 * @param phone what only the phone that sealed it can use
 */
record SealedQueue(Account account, Instant sealedAt, int deviceOffSeconds, List<Item> items,
        List<Medium> media, @Nullable JsonNode phone) {
    /** The newest; all before it are read too. */
    private static final int VERSION = 2;
    private static final String MARK = "{\"haetae\":\"sealed-queue\"";
    /** More than any outbox held in the tests of bad lines. */
    private static final int MAX_ITEMS = 2_000;
    private static final int MOST_OFF_SECONDS = 50 * 366 * 86_400;
    private static final UUID NOBODY = new UUID(0, 0);
    /** More than any server takes; sums of it are whole numbers in a browser too. */
    private static final long MOST_BYTES = 1L << 40;
    private static final int MAX_TYPE = 100;
    private static final String NO_KEY = "A".repeat(43) + "=";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{43}=");
    private static final Part NO_PART = new Part(null, null, null, null, null);

    /**
     * One thing to be sent.
     *
     * @param id its Idempotency-Key
     * @param task as the phone keeps it: {@code what}, {@code body} and, by kind, where it goes
     */
    record Item(UUID id, UUID operation, String place, JsonNode task) {
        String what() {
            return task.path("what").asText();
        }

        boolean isFile() {
            return what().equals("file");
        }
    }

    /**
     * A photograph or film that an item sends.
     *
     * @param item its id
     * @param type as the phone calls it; may be empty
     * @param bytes before it was encrypted
     * @param sha256 likewise
     * @param key AES-256, base64
     * @param from where it begins, in bytes behind the line feed
     */
    record Medium(UUID item, String type, long bytes, Hash sha256, String key, long from) {
        /** Of what is encrypted at a time. */
        static final long PIECE = 1 << 20;
        private static final int TAG = 16;

        /** Where the next one begins. */
        long to() {
            return from + bytes + (bytes + PIECE - 1) / PIECE * TAG;
        }
    }

    private record File(@Nullable String haetae, @Nullable Integer version, @Nullable String sealed) {}

    private record Line(@Nullable UUID id, @Nullable UUID operation, @Nullable String place,
            @Nullable ObjectNode task) {}

    private record Part(@Nullable UUID id, @Nullable String type, @Nullable Long bytes, @Nullable String sha256,
            @Nullable String key) {}

    private record Content(@Nullable UUID account, @Nullable String login, @Nullable String name,
            @Nullable String voucher, @Nullable Instant sealedAt, @Nullable Integer deviceOffSeconds,
            @Nullable List<@Nullable Line> items, @Nullable List<@Nullable Part> media,
            @Nullable ObjectNode phone) {}

    SealedQueue {
        items = List.copyOf(items);
        media = List.copyOf(media);
    }

    Optional<Medium> medium(UUID item) {
        return media.stream().filter(medium -> medium.item().equals(item)).findFirst();
    }

    /**
     * Opens a file.
     *
     * @throws ProblemException 422 with {@code not-a-queue}, {@code queue-truncated}, {@code queue-newer},
     *     {@code queue-of-other-installation}, {@code queue-tampered}, {@code queue-unvouched} or what is wrong with its fields
     */
    static SealedQueue open(byte[] bytes, Sealing sealing, House house) {
        Content content = content(plain(file(bytes), sealing));
        UUID id = Objects.requireNonNullElse(content.account(), NOBODY);
        Account account = house.account(id)
                .filter(known -> sealing.vouched(id, Objects.requireNonNullElse(content.voucher(), "")))
                .orElseThrow(() -> refused("queue-unvouched", "The file says that it is of the account " + id
                        + ", but no phone on which that account was logged in has sealed it."));
        Check check = new Check();
        Instant sealedAt = check.required("/sealedAt", content.sealedAt(), Instant.EPOCH);
        int off = check.range("/deviceOffSeconds", content.deviceOffSeconds(), -MOST_OFF_SECONDS, MOST_OFF_SECONDS);
        List<Item> items = items(check, content.items());
        List<Medium> media = media(check, content.media(), items);
        check.refuse();
        return new SealedQueue(account, sealedAt, off, items, media, content.phone());
    }

    private static File file(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, MARK.length()), StandardCharsets.UTF_8);
        if (bytes.length == 0 || !MARK.startsWith(start)) {
            throw refused("not-a-queue", "This is no file of unsent reports from a phone (.haetae).");
        }
        try {
            File file = Json.read(head(bytes), File.class);
            if (file.version() == null || file.version() < 1 || file.version() > VERSION || file.sealed() == null) {
                throw refused("queue-newer", "The file is of version " + file.version() + "; this server reads up to "
                        + VERSION + ".");
            }
            return file;
        } catch (IOException e) {
            throw refused("queue-truncated",
                    "The file ends early or was edited. Save it once more on the phone, and bring it whole.");
        }
    }

    private static byte[] head(byte[] bytes) {
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                return Arrays.copyOf(bytes, at);
            }
        }
        return bytes;
    }

    private static byte[] plain(File file, Sealing sealing) {
        return switch (sealing.open(Objects.requireNonNull(file.sealed()))) {
            case Sealing.Opened.Plain plain -> plain.bytes();
            case Sealing.Opened.Foreign foreign -> throw refused("queue-of-other-installation",
                    "The file is sealed for another installation; only that one can open it.");
            case Sealing.Opened.Broken broken -> throw refused("queue-tampered",
                    "The seal is broken: the file was changed after the phone sealed it.");
        };
    }

    private static Content content(byte[] plain) {
        try {
            return Json.read(plain, Content.class);
        } catch (IOException e) {
            throw refused("queue-malformed", "What was sealed is not what a phone writes.");
        }
    }

    private static List<Item> items(Check check, @Nullable List<@Nullable Line> lines) {
        List<@Nullable Line> given = Objects.requireNonNullElse(lines, List.of());
        if (given.size() > MAX_ITEMS) {
            check.wrong("/items", "out-of-range", "A file has at most " + MAX_ITEMS + " reports.");
        }
        List<Item> items = new ArrayList<>();
        for (Line line : given.subList(0, Math.min(given.size(), MAX_ITEMS))) {
            if (line == null || line.id() == null || line.operation() == null || line.task() == null) {
                check.wrong("/items/" + items.size(), "missing-field", "A report has id, operation and task.");
                return items;
            }
            items.add(new Item(line.id(), line.operation(), Objects.requireNonNullElse(line.place(), ""),
                    line.task()));
        }
        return items;
    }

    private static List<Medium> media(Check check, @Nullable List<@Nullable Part> parts, List<Item> items) {
        Set<UUID> open = new HashSet<>();
        items.stream().filter(Item::isFile).forEach(item -> open.add(item.id()));
        List<Medium> media = new ArrayList<>();
        long from = 0;
        for (Part part : check.all("/media", Objects.requireNonNullElse(parts, List.of()), NO_PART)) {
            String pointer = "/media/" + media.size();
            UUID item = check.required(pointer + "/id", part.id(), NOBODY);
            if (part.id() != null && !open.remove(item)) {
                check.wrong(pointer + "/id", "wrong-value",
                        "It belongs to no report of the file, or to one that has another.");
            }
            long bytes = check.required(pointer + "/bytes", part.bytes(), 1L);
            if (bytes < 1 || bytes > MOST_BYTES) {
                check.wrong(pointer + "/bytes", "out-of-range", "A file has 1 to " + MOST_BYTES + " bytes.");
            }
            String type = Objects.requireNonNullElse(check.optionalText(pointer + "/type", part.type(), MAX_TYPE), "");
            Medium medium = new Medium(item, type, bytes,
                    UploadResource.hash(check, pointer + "/sha256", part.sha256()),
                    key(check, pointer + "/key", part.key()), from);
            media.add(medium);
            from = medium.to();
        }
        return media;
    }

    private static String key(Check check, String pointer, @Nullable String base64) {
        String key = check.required(pointer, base64, NO_KEY);
        if (!KEY.matcher(key).matches()) {
            check.wrong(pointer, "wrong-value", "A key has 32 bytes, in base64.");
        }
        return key;
    }

    private static ProblemException refused(String code, String detail) {
        return Problem.of(422, code, "Not acceptable", detail).exception();
    }
}
