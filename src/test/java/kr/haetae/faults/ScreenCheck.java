package kr.haetae.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.haetae.faults.History.Answered;
import kr.haetae.faults.History.Sent;
import kr.haetae.faults.Violation.Kind;

/** One watcher's notes, gone through again as docs/protocol.md wants a client to. */
final class ScreenCheck {
    private record Due(String mark, long nanos) {}

    private final String name;
    private final Map<String, UUID> sent;
    private final Map<Long, String> prefixes;
    private final long boundNanos;
    /** From when on cursors must be the record's own. */
    private final long settledNanos;
    /** Acknowledged, oldest first; the screen has the bound's time to show it. */
    private final Deque<Due> coming;
    private final Set<String> overdue = new HashSet<>();
    /** Those of the overdue that the screen does not hold. */
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Map<String, String> markOfKey = new HashMap<>();
    private final Map<String, String> keyOfMark = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Set<UUID> doubled = new HashSet<>();
    private String cursor = "";

    /**
     * @param found the receipts of what stands in the record
     * @param prefixes of the record's hashes by seq
     */
    ScreenCheck(String name, History history, List<Answered> found, Map<Long, String> prefixes) {
        this.name = name;
        this.prefixes = prefixes;
        this.boundNanos = history.bound().toNanos();
        this.settledNanos = history.forkedNanos().isPresent() ? history.forkedNanos().getAsLong() + boundNanos
                : Long.MIN_VALUE;
        this.sent = history.sent().stream().collect(Collectors.toMap(Sent::mark, Sent::id));
        Map<UUID, String> marks = history.sent().stream().collect(Collectors.toMap(Sent::id, Sent::mark));
        this.coming = found.stream().sorted(Comparator.comparingLong(Answered::nanos))
                .map(it -> new Due(Objects.requireNonNull(marks.get(it.id())), it.nanos()))
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    Set<UUID> doubled() {
        return doubled;
    }

    List<Violation> run(List<Sight> sights) {
        for (Sight sight : sights) {
            switch (sight) {
                case Sight.Change change -> change(change);
                case Sight.Tick tick -> tick(tick);
                case Sight.Opened opened -> {}
                case Sight.Ended ended -> {}
            }
        }
        fallDue(Long.MAX_VALUE);
        missing.forEach(mark -> say(Kind.UNSHOWN, mark));
        return violations;
    }

    private void change(Sight.Change change) {
        if (change.reset()) {
            List.copyOf(markOfKey.keySet()).forEach(this::drop);
        } else if (!change.after().equals(cursor)) {
            say(Kind.BROKEN, "a frame after %s came to who held %s".formatted(change.after(), cursor));
            return;
        } else if (seq(change.upTo()) < seq(cursor)) {
            say(Kind.DISORDERED, "from %s back to %s without a reset".formatted(cursor, change.upTo()));
        }
        Set<String> keys = new HashSet<>();
        change.put().forEach(shown -> {
            once(keys, shown.key());
            put(shown);
        });
        change.drop().forEach(key -> {
            once(keys, key);
            drop(key);
        });
        cursor = change.upTo();
        requireRecorded(change.upTo(), change.nanos());
    }

    private void once(Set<String> keys, String key) {
        if (!keys.add(key)) {
            say(Kind.BROKEN, key + " stands twice in a frame");
        }
    }

    private void put(Sight.Shown shown) {
        String mark = shown.mark();
        if (mark == null) {
            return;
        }
        markOfKey.put(shown.key(), mark);
        missing.remove(mark);
        String other = keyOfMark.put(mark, shown.key());
        UUID id = sent.get(mark);
        if (other != null && !other.equals(shown.key()) && id != null && doubled.add(id)) {
            say(Kind.DOUBLED, "%s is shown as %s and as %s".formatted(mark, other, shown.key()));
        }
    }

    private void drop(String key) {
        String mark = markOfKey.remove(key);
        if (mark != null && keyOfMark.remove(mark, key) && overdue.contains(mark)) {
            missing.add(mark);
        }
    }

    /** The screen believes that it is current. */
    private void tick(Sight.Tick tick) {
        if (!tick.upTo().equals(cursor)) {
            say(Kind.BROKEN, "a tick at %s came to who held %s".formatted(tick.upTo(), cursor));
        }
        requireRecorded(tick.upTo(), tick.nanos());
        fallDue(tick.nanos() - boundNanos);
        missing.stream().filter(told::add)
                .forEach(mark -> say(Kind.STALE, "a tick at %s, and %s is not there".formatted(tick.upTo(), mark)));
    }

    private void fallDue(long untilNanos) {
        while (!coming.isEmpty() && coming.getFirst().nanos() <= untilNanos) {
            String mark = coming.removeFirst().mark();
            overdue.add(mark);
            if (!keyOfMark.containsKey(mark)) {
                missing.add(mark);
            }
        }
    }

    private void requireRecorded(String shown, long nanos) {
        long seq = seq(shown);
        String prefix = prefixes.get(seq);
        if (seq > 0 && nanos >= settledNanos && !shown.equals(seq + "." + prefix)) {
            say(Kind.DISORDERED, "was shown up to %s, where the record has %s".formatted(shown,
                    prefix == null ? "nothing" : prefix));
        }
    }

    private static long seq(String cursor) {
        return cursor.isEmpty() ? 0 : Long.parseLong(cursor, 0, cursor.indexOf('.'), 10);
    }

    private void say(Kind kind, String what) {
        violations.add(new Violation(kind, name + ": " + what));
    }
}
