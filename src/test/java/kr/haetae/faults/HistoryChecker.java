package kr.haetae.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.haetae.faults.History.Answered;
import kr.haetae.faults.History.Recorded;
import kr.haetae.faults.History.Sent;
import kr.haetae.faults.Violation.Kind;

/**
 * Decides from the clients' own notes, and the record as it stands at the end, whether the promises held. It knows nothing of the
 * server and asks it nothing.
 */
final class HistoryChecker {
    private final History history;
    private final List<Recorded> record;
    private final List<Violation> violations = new ArrayList<>();
    /** The first receipt of each report. */
    private final Map<UUID, Answered> receipts = new LinkedHashMap<>();
    private final Map<UUID, Recorded> byCommand = new HashMap<>();
    private final Set<UUID> doubled = new HashSet<>();

    private HistoryChecker(History history, List<Recorded> record) {
        this.history = history;
        this.record = record;
    }

    static Judgement judge(History history, List<Recorded> record) {
        return new HistoryChecker(history, record).judge();
    }

    private Judgement judge() {
        history.answers().stream().filter(Answered::acknowledged).forEach(it -> receipts.putIfAbsent(it.id(), it));
        answers();
        record();
        receipts();
        realTimeOrder();
        List<Answered> found = receipts.values().stream().filter(it -> byCommand.containsKey(it.id())).toList();
        history.watchers().forEach((name, sights) -> {
            ScreenCheck check = new ScreenCheck(name, history, found, prefixes());
            violations.addAll(check.run(sights));
            doubled.addAll(check.doubled());
        });
        int once = (int) found.stream().filter(it -> !doubled.contains(it.id())).count();
        return new Judgement(receipts.size(), once, doubled.size(), violations);
    }

    private void answers() {
        history.answers().stream().filter(it -> !it.clear())
                .forEach(it -> say(Kind.UNCLEAR, "%s was answered %d %s%s".formatted(it.id(), it.status(), it.code(),
                        it.status() == 503 ? " without Retry-After" : "")));
        Map<UUID, List<Answered>> all = history.answers().stream().filter(Answered::acknowledged)
                .collect(Collectors.groupingBy(Answered::id));
        all.forEach((id, same) -> {
            if (same.stream().map(Answered::cursor).distinct().count() > 1) {
                say(Kind.MISNUMBERED, id + " got different receipts: " + same);
            }
        });
    }

    /** Gap-free, nothing in it twice, nothing that nobody sent. */
    private void record() {
        Map<String, UUID> sent = history.sent().stream().collect(Collectors.toMap(Sent::mark, Sent::id));
        Map<String, Recorded> marks = new HashMap<>();
        long expected = 1;
        for (Recorded entry : record) {
            if (entry.seq() != expected++) {
                say(Kind.DISORDERED, "entry " + entry.seq() + " stands where " + (expected - 1) + " should");
            }
            String mark = entry.mark();
            if (mark == null) {
                continue;
            }
            UUID id = sent.get(mark);
            if (id == null) {
                continue;
            }
            byCommand.putIfAbsent(id, entry);
            Recorded first = marks.putIfAbsent(mark, entry);
            if (first != null) {
                doubled.add(id);
                say(Kind.DOUBLED, mark + " is entry " + first.seq() + " and entry " + entry.seq());
            }
            if (!entry.command().equals(id) && first == null) {
                say(Kind.INVENTED, "entry " + entry.seq() + " is of " + entry.command() + ", which nobody sent");
            }
        }
    }

    private void receipts() {
        receipts.forEach((id, receipt) -> {
            Recorded entry = byCommand.get(id);
            if (entry == null) {
                say(Kind.LOST, id + " was acknowledged as " + receipt.cursor());
            } else if (!entry.cursor().equals(receipt.cursor())) {
                say(Kind.MISNUMBERED, "%s was acknowledged as %s and is %s".formatted(id, receipt.cursor(),
                        entry.cursor()));
            }
        });
    }

    /** What was acknowledged before another report was sent stands before it. */
    private void realTimeOrder() {
        List<Answered> byTime = receipts.values().stream().filter(it -> byCommand.containsKey(it.id()))
                .sorted(Comparator.comparingLong(Answered::nanos)).toList();
        int next = 0;
        long highest = 0;
        for (Sent sent : history.sent().stream().sorted(Comparator.comparingLong(Sent::nanos)).toList()) {
            while (next < byTime.size() && byTime.get(next).nanos() < sent.nanos()) {
                Recorded before = byCommand.get(byTime.get(next++).id());
                highest = Math.max(highest, before == null ? 0 : before.seq());
            }
            Recorded entry = byCommand.get(sent.id());
            if (entry != null && entry.seq() < highest) {
                say(Kind.DISORDERED, "entry %d was sent after entry %d was acknowledged".formatted(entry.seq(),
                        highest));
            }
        }
    }

    private Map<Long, String> prefixes() {
        return record.stream().collect(Collectors.toMap(Recorded::seq, Recorded::prefix, (a, b) -> a));
    }

    private void say(Kind kind, String what) {
        violations.add(new Violation(kind, what));
    }
}
