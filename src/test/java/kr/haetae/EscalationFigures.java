package kr.haetae;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Cursor;
import kr.haetae.event.Clearance;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.Handling;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationKind;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.Escalation;
import kr.haetae.picture.Picture;
import kr.haetae.roster.CommandTree;
import kr.haetae.roster.Placement;
import kr.haetae.roster.UnitKind;

/** Measures the escalation's look at 100,000 incidents that are over and 200 that wait. Not a test. */
final class EscalationFigures {
    private static final int OVER = 100_000;
    private static final int WAITING = 200;
    private static final UUID OPERATION = new UUID(1, 1);
    private static final Instant FIVE = Instant.parse("2026-06-02T20:00:00Z");
    private static final Person BY = new Person(new UUID(2, 2), "본청", UnitCode.HEADQUARTERS);
    private static final List<UnitCode> STATIONS = CommandTree.shipped().units(UnitKind.STATION).stream()
            .map(station -> UnitCode.of(station.code())).toList();

    private final OperationFold fold = new OperationFold(OperationClock.real(Instant.EPOCH));
    private Picture picture = Picture.empty(Cursor.of(0, Hash.of(new byte[0])));

    private EscalationFigures() {}

    public static void main(String[] arguments) {
        new EscalationFigures().measure();
    }

    private void measure() {
        tell(new Event.OperationDefined(OPERATION, "전국", OperationKind.DRILL, OperationClock.real(FIVE),
                Placement.ofTree(CommandTree.shipped())));
        tell(new OperationEvent.OperationOpened(BY));
        long start = System.nanoTime();
        for (int i = 0; i < OVER + WAITING; i++) {
            UUID incident = new UUID(3, i);
            UnitCode unit = STATIONS.get(i % STATIONS.size());
            tell(new Event.IncidentReported(incident, unit + "-" + i, unit, IncidentKind.DISTURBANCE, i % 5, "소란", null,
                    null, FIVE, IncidentSource.OFFICER, null, BY, BY, Handling.SITUATION, Clearance.GENERAL,
                    null, null));
            if (i < OVER) {
                tell(new IncidentEvent.FalseReportFound(incident, "허위", BY));
            }
        }
        System.out.printf("%,d entries folded in %,.1f µs each%n", picture.cursor().seq(),
                (System.nanoTime() - start) / 1e3 / picture.cursor().seq());
        looks("nothing due yet", FIVE.plusSeconds(1));
        looks("all that wait are due", FIVE.plus(Duration.ofDays(1)));
    }

    /** The median of the last hundred of three hundred looks. */
    private void looks(String what, Instant now) {
        long[] nanos = new long[300];
        int due = 0;
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            due = new Escalation().due(picture, now).size();
            nanos[i] = System.nanoTime() - start;
        }
        long[] warm = Arrays.stream(nanos, 200, 300).sorted().toArray();
        System.out.printf("%s: %d found in %,.3f ms%n", what, due, warm[50] / 1e6);
    }

    private void tell(Event event) {
        long seq = picture.cursor().seq() + 1;
        picture = fold.evolve(picture, new Entry(OPERATION, seq, FIVE, FIVE, new UUID(7, seq), 0, Entry.SYSTEM,
                UnitCode.HEADQUARTERS, event, Hash.of(Long.toString(seq).getBytes(StandardCharsets.UTF_8))));
    }
}
