package kr.haetae.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Findings for people: as text, and as one page of HTML that needs nothing else. */
public final class Paper {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 200;
    private static final int LEFT = 70;
    private static final int BOTTOM = 24;
    private static final int TOP = 12;

    private final Findings findings;

    public Paper(Findings findings) {
        this.findings = findings;
    }

    public String text() {
        return rows().stream().map(row -> "%-34s %s%n".formatted(row.get(0), row.get(1)))
                .collect(Collectors.joining());
    }

    public String page() {
        String rows = rows().stream().map(row -> "<tr><th scope=\"row\">%s</th><td>%s</td></tr>".formatted(
                escaped(row.get(0)), escaped(row.get(1)))).collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Haetae: rehearsal of %s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>
                body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
                th { text-align: left; font-weight: 400; padding-right: 2rem; } td { font-variant-numeric: tabular-nums; }
                svg { max-width: 100%%; height: auto; } svg text { font-size: 12px; fill: #333; }
                </style></head>
                <body><h1>Rehearsal of %s</h1>
                <table><tbody>
                %s
                </tbody></table>
                %s
                </body></html>
                """.formatted(escaped(findings.at()), escaped(findings.at()), rows, charts());
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        Findings.Asked asked = findings.asked();
        rows.add(List.of("server", asked.server()));
        rows.add(List.of("screens",
                "%,d dashboards%s, %,d phones; all current after %.1f s".formatted(asked.dashboards(),
                        asked.view() == null ? "" : " at " + asked.view(), asked.phones(),
                        findings.screens().openedSeconds())));
        Findings.Reports reports = findings.reports();
        rows.add(List.of("reports", "%,d sent, %,d accepted (%,.0f a second), %,d refused".formatted(reports.sent(),
                reports.accepted(), reports.acceptedPerSecond(), reports.refused())));
        rows.add(List.of("report to receipt", latency(reports.latency())));
        Findings.Screens screens = findings.screens();
        rows.add(List.of("report to screen", latency(screens.latency())));
        rows.add(List.of("reports on screens", "%,d (%,.0f a second) in %,d frames of %,.0f bytes".formatted(
                screens.deliveries(), screens.deliveriesPerSecond(), screens.frames(), screens.bytesPerFrame())));
        rows.add(List.of("missing, gaps", "%,d, %,d%s".formatted(findings.missing(), findings.gaps(),
                findings.missing() + findings.gaps() == 0 ? "" : ": SOMETHING WAS LOST")));
        rows.add(List.of("repeats, resets, closed sockets",
                "%,d, %,d, %,d".formatted(screens.repeats(), screens.resets(),
                        screens.closed())));
        Findings.Server server = findings.server();
        if (server != null) {
            rows.add(List.of("server's processor time",
                    "%.1f s (%.2f cores); %.2f µs for each report on a screen".formatted(
                            server.cpuSeconds(), server.cores(), server.microsPerDelivery())));
            rows.add(List.of("for each second of it",
                    "%,.0f reports on screens, %,.0f frames, %,.1f MB, %,.0f reports accepted"
                            .formatted(server.deliveriesPerCpuSecond(), server.framesPerCpuSecond(),
                                    server.bytesPerCpuSecond() / 1e6, server.acceptedPerCpuSecond())));
            if (server.bytesPerScreen() != null) {
                rows.add(List.of("its memory for each screen", "%.1f KB".formatted(server.bytesPerScreen() / 1e3)));
            }
            if (server.merged() != null && server.encoded() != null) {
                rows.add(
                        List.of("frames encoded, merged", "%,.0f, %,.0f".formatted(server.encoded(), server.merged())));
            }
        }
        if (findings.back() != null) {
            rows.add(List.of("back after a cut", latency(findings.back())));
        }
        rows.add(List.of("load average here", "%.1f".formatted(findings.loadAverage())));
        return rows;
    }

    private static String latency(Findings.Latency latency) {
        return "p50 %.1f  p90 %.1f  p99 %.1f  p99.9 %.1f  max %.1f ms (%,d)".formatted(latency.p50(), latency.p90(),
                latency.p99(), latency.p999(), latency.max(), latency.count());
    }

    private String charts() {
        return chart("report to screen, ms: p50, p99 (dashed)", measured(),
                List.of(Findings.Second::p50, Findings.Second::p99))
                + chart("reports on screens a second", findings.seconds(), List.of(Findings.Second::deliveries))
                + chart("reports accepted a second", findings.seconds(), List.of(Findings.Second::accepted))
                + (findings.server() == null ? ""
                        : chart("server's processors", findings.seconds(),
                                List.of(it -> it.cores() == null ? 0 : it.cores())));
    }

    /** Latencies are not taken while all warms up. */
    private List<Findings.Second> measured() {
        return findings.seconds().stream().filter(it -> it.second() >= 0).toList();
    }

    private static String chart(String title, List<Findings.Second> seconds,
            List<ToDoubleFunction<Findings.Second>> lines) {
        double most = lines.stream().flatMapToDouble(line -> seconds.stream().mapToDouble(line)).max().orElse(0);
        double top = most <= 0 ? 1 : roundedUp(most);
        String[] colours = {"#1f5fa8", "#b4380f"};
        StringBuilder svg = new StringBuilder("<h2>%s</h2><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                .formatted(escaped(title), WIDTH, HEIGHT, escaped(title)));
        for (int quarter = 0; quarter <= 4; quarter += 2) {
            double y = y(quarter / 4.0);
            svg.append(("<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#bbb\"/><text x=\"%d\" y=\"%.1f\" "
                    + "text-anchor=\"end\">%s</text>").formatted(LEFT, WIDTH, y, y, LEFT - 6, y + 4,
                            (top < 10 ? "%.2f" : "%,.0f").formatted(top * quarter / 4)));
        }
        for (int i = 0; i < lines.size(); i++) {
            ToDoubleFunction<Findings.Second> line = lines.get(i);
            StringBuilder points = new StringBuilder();
            for (int at = 0; at < seconds.size(); at++) {
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(at, seconds.size()),
                        y(line.applyAsDouble(seconds.get(at)) / top)));
            }
            svg.append(
                    "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s points=\"%s\"/>".formatted(colours[i],
                            i == 0 ? "" : " stroke-dasharray=\"6 3\"", points));
        }
        if (!seconds.isEmpty()) {
            svg.append("<text x=\"%d\" y=\"%d\">%d s</text><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%d s</text>"
                    .formatted(LEFT,
                            HEIGHT - 6, seconds.getFirst().second(), WIDTH, HEIGHT - 6,
                            seconds.getLast().second() + 1));
        }
        return svg.append("</svg>").toString();
    }

    /** To the next half of a power of ten: people read an axis by round numbers. */
    private static double roundedUp(double most) {
        double step = Math.pow(10, Math.floor(Math.log10(most))) / 2;
        return Math.ceil(most / step) * step;
    }

    private static double x(int at, int all) {
        return LEFT + (WIDTH - LEFT) * (all < 2 ? 0 : (double) at / (all - 1));
    }

    private static double y(double share) {
        return TOP + (HEIGHT - BOTTOM - TOP) * (1 - share);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
