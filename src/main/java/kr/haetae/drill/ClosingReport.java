package kr.haetae.drill;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Three witnesses of one drill: what its clients were told was recorded, what the tables hold, what the picture counts. They must
 * agree; where somebody else worked in the same operation, his entries are told apart by their accounts.
 *
 * @param lines one for each kind of entry
 * @param remarks what else there is to say, a sentence each
 */
public record ClosingReport(List<Line> lines, List<String> remarks) {
    /**
     * One kind of entry. Absent: that witness was not heard.
     *
     * @param before the drill's rows of an earlier run
     * @param unknown without an outcome when the drill was stopped
     * @param rows the drill's own
     * @param others rows of other accounts
     * @param tally what the picture counts, of everybody
     */
    public record Line(String what, long sent, long before, long acknowledged, long unknown, long refused,
            @Nullable Long rows, @Nullable Long others, @Nullable Long tally) {
        /** Whether the witnesses agree; a command without an outcome may or may not stand in the ledger. */
        public boolean agrees() {
            long least = before + acknowledged;
            boolean ledger = rows == null || (rows >= least && rows <= least + unknown);
            if (tally == null) {
                return ledger;
            }
            if (rows != null && others != null) {
                return ledger && tally == rows + others;
            }
            return tally >= least;
        }

        String text() {
            return String.format(Locale.ROOT, "%-22s %9d %9d %9d %9d %9s %9s %9s  %s", what, sent, acknowledged,
                    refused,
                    unknown, shown(rows), shown(others), shown(tally), agrees() ? "agree" : "DIFFER");
        }

        private static String shown(@Nullable Long number) {
            return number == null ? "-" : number.toString();
        }
    }

    private static final String HEAD = String.format(Locale.ROOT, "%-22s %9s %9s %9s %9s %9s %9s %9s", "", "sent",
            "receipts", "refused", "unknown", "rows", "others'", "tally");

    public ClosingReport {
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }

    public boolean agrees() {
        return lines.stream().allMatch(Line::agrees);
    }

    /** For people, a line each. */
    public List<String> text() {
        List<String> text = new ArrayList<>();
        text.add(HEAD);
        lines.forEach(line -> text.add(line.text()));
        text.addAll(remarks);
        text.add(agrees() ? "Receipts, rows and tallies agree." : "RECEIPTS, ROWS AND TALLIES DIFFER.");
        return text;
    }

    /**
     * What was found.
     *
     * @param before rows when the drill began; absent without a database
     * @param after rows now, up to the tallies' cursor
     * @param tally the figures of headquarters' tally
     */
    record Findings(DrillDay day, Counts counts, LedgerRows.@Nullable Rows before, LedgerRows.@Nullable Rows after,
            JsonObject tally) {
        private long figure(String name) {
            return tally.getLong(name, 0L);
        }

        List<Line> lines() {
            Map<String, Counts.Of> byEntry = new LinkedHashMap<>();
            Map<String, String> words = new LinkedHashMap<>();
            for (Kind kind : Kind.values()) {
                byEntry.merge(kind.entry(), counts.of(kind), Counts.Of::plus);
                words.put(kind.entry(), kind.words());
            }
            List<Line> lines = new ArrayList<>();
            byEntry.forEach((entry, of) -> lines.add(line(entry, words.getOrDefault(entry, entry), of)));
            lines.add(total("posts", day.country().posts().size(), null, figure("posts.total")));
            lines.add(total("routes of ballot boxes", day.routes().size(), null,
                    figure("routes.planned") + figure("routes.moving") + figure("routes.stopped")
                            + figure("routes.arrived") + figure("routes.handedOver") + figure("routes.cancelled")));
            lines.add(total("deployments", day.duties().size(), after == null ? null : after.deployments(),
                    figure("deployments.planned") + figure("deployments.enRoute") + figure("deployments.onPost")
                            + figure("deployments.relieved") + figure("deployments.cancelled")));
            if (after != null) {
                lines.add(new Line("person-duties", after.personDuties(), 0, after.personDuties(), 0, 0,
                        after.personDuties(), 0L, figure("people.duties")));
            }
            return lines;
        }

        private Line line(String entry, String words, Counts.Of of) {
            return new Line(words, of.sent, before == null ? 0 : before.mine(entry), of.acknowledged, of.unknown,
                    of.refused, after == null ? null : after.mine(entry), after == null ? null : after.others(entry),
                    tally(entry));
        }

        private Line total(String what, long planned, @Nullable Long rows, long tally) {
            return new Line(what, planned, 0, planned, 0, 0, rows, rows == null ? null : 0L, tally);
        }

        private @Nullable Long tally(String entry) {
            return switch (entry) {
                case "incident-reported" -> figure("incidents.total");
                case "incident-closed" -> figure("incidents.total") - figure("incidents.open");
                case "post-reported" -> figure("posts.reports");
                case "transport-departed" -> figure("routes.moving") + figure("routes.stopped")
                        + figure("routes.arrived") + figure("routes.handedOver");
                case "level-received" -> figure("muster.received");
                default -> null;
            };
        }
    }
}
