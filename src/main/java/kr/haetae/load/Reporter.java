package kr.haetae.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kr.haetae.event.OperationClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends reports when they are due, whether or not those before are answered, over connections that each wait for their answer. What finds no
 * connection waits, and the wait counts. Confined to one context but for its start.
 */
final class Reporter {
    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);
    private static final int CREATED = 201;
    private static final int STEP = 7;
    private static final String LENGTH = "content-length: ";

    private final Vertx vertx;
    private final Terms terms;
    private final Marks marks;
    private final Tape tape;
    private final List<String> units;
    private final OperationClock clock;
    private final String head;
    private final ArrayDeque<Line> idle = new ArrayDeque<>();
    private final ArrayDeque<Integer> due = new ArrayDeque<>();
    private final BitSet accepted = new BitSet();
    private final List<Line> lines = new ArrayList<>();
    /** Held: one that nobody refers to is closed, with its connections, when the JVM collects it. */
    private final NetClient client;
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger acceptances = new AtomicInteger();
    private long began;
    private long sent;
    private boolean over;

    /** One connection. */
    private final class Line {
        private final NetSocket socket;
        private Buffer rest = Buffer.buffer();
        private int number;

        Line(NetSocket socket) {
            this.socket = socket;
            socket.handler(this::read);
            socket.closeHandler(v -> closed(this));
        }

        void send(int report) {
            number = report;
            String body = body(report);
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            socket.write(head + marks.id(report) + "\r\nContent-Length: " + length + "\r\n\r\n" + body);
        }

        private void read(Buffer bytes) {
            Buffer all = rest.length() == 0 ? bytes : rest.appendBuffer(bytes);
            String text = all.toString(StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            int length = end < 0 ? -1 : length(text.substring(0, end + 2));
            if (end < 0 || all.length() < end + 4 + length) {
                rest = all.copy();
                return;
            }
            rest = Buffer.buffer();
            answered(this, Integer.parseInt(text.substring(9, 12)), all);
        }

        private static int length(String head) {
            int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
            return at < 0 ? 0
                    : Integer.parseInt(head.substring(at + LENGTH.length(), head.indexOf('\r', at)).strip());
        }
    }

    /** @param units from which reports come, in turn */
    Reporter(Vertx vertx, Terms terms, Marks marks, Tape tape, Scene scene, List<String> units) {
        this.vertx = vertx;
        this.terms = terms;
        this.marks = marks;
        this.tape = tape;
        this.clock = scene.clock();
        this.units = units;
        NetClientOptions options = new NetClientOptions().setTcpNoDelay(true).setSsl(terms.venue().tls());
        terms.venue().trust().apply(options);
        client = vertx.createNetClient(options);
        head = "POST /api/v1/operations/%s/incidents HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\n".formatted(
                scene.operation(), terms.venue().host(), terms.venue().port(), scene.reporterToken())
                + "Content-Type: application/json\r\nIdempotency-Key: ";
    }

    /**
     * The operation that is rehearsed in.
     *
     * @param clock what the operation's clock shows
     */
    record Scene(UUID operation, OperationClock clock, String reporterToken) {}

    /** Opens the connections and begins; called on the context that everything happens on. */
    Future<Void> start() {
        return Future.all(IntStream.range(0, terms.traffic().connections())
                .mapToObj(i -> client.connect(terms.venue().port(), terms.venue().host()).map(Line::new)
                        .onSuccess(lines::add))
                .toList())
                .onSuccess(open -> {
                    idle.addAll(lines);
                    began = System.nanoTime();
                    vertx.setPeriodic(1, timer -> tick(timer));
                }).mapEmpty();
    }

    /** Sends no more. */
    void stop() {
        over = true;
    }

    /** How many are not answered yet. */
    int open() {
        return marks.given() - answers.get();
    }

    /** From any thread. */
    BitSet acceptedNumbers() {
        synchronized (accepted) {
            return (BitSet) accepted.clone();
        }
    }

    int accepted() {
        return acceptances.get();
    }

    String unit(int number) {
        return units.get((int) ((long) number * STEP % units.size()));
    }

    void close() {
        lines.forEach(line -> line.socket.close());
    }

    private void tick(long timer) {
        if (over) {
            vertx.cancelTimer(timer);
            return;
        }
        int perSecond = terms.traffic().perSecond();
        long now = System.nanoTime();
        if (perSecond == 0) {
            while (!idle.isEmpty() && !marks.full()) {
                idle.poll().send(marks.next(now));
            }
            return;
        }
        for (long at = at(perSecond); at <= now && !marks.full(); at = at(perSecond)) {
            sent++;
            due.add(marks.next(at));
        }
        while (!due.isEmpty() && !idle.isEmpty()) {
            idle.poll().send(due.poll());
        }
    }

    private long at(int perSecond) {
        return began + sent * 1_000_000_000L / perSecond;
    }

    private void answered(Line line, int status, Buffer answer) {
        answers.incrementAndGet();
        int number = line.number;
        if (status == CREATED) {
            acceptances.incrementAndGet();
            synchronized (accepted) {
                accepted.set(number);
            }
            if (tape.measures(number)) {
                tape.accepted.recordValue(System.nanoTime() - marks.scheduled(number));
            }
        } else {
            if (tape.refused.sum() == 0) {
                LOG.warn("a report was refused: {}", answer);
            }
            tape.refused.increment();
        }
        Integer next = due.poll();
        if (next != null) {
            line.send(next);
        } else if (terms.traffic().perSecond() == 0 && !over && !marks.full()) {
            line.send(marks.next(System.nanoTime()));
        } else {
            idle.add(line);
        }
    }

    private void closed(Line line) {
        if (!over) {
            LOG.warn("the server closed a connection for reports");
        }
        idle.remove(line);
    }

    private String body(int number) {
        return """
                {"kind":"DISTURBANCE","code":2,"text":"투표소 앞 확성기 소란, 선거인 약 20명 대기 중","unit":"%s",\
                "source":"CALL_112","callNumber":"1234","occurredAt":"%s"}""".formatted(unit(number),
                clock.at(Instant.now()).truncatedTo(ChronoUnit.SECONDS).minusSeconds(1));
    }
}
