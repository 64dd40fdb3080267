package kr.haetae.level;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.haetae.event.Entry;
import kr.haetae.event.LevelEvent;
import kr.haetae.event.UnitCode;

/**
 * How far one level is followed (응소율), at each room and over time. Source: domain notes, "Compliance is the muster rate: mustered /
 * ordered, by the deadline" (H).
 */
public final class Compliance {
    /** @param mustered how many had come by then, as reported then */
    public record Point(Instant at, int ordered, int mustered) {}

    /**
     * Mustered of ordered.
     *
     * @param mustered by the newest report
     * @param byEssentialDeadline by the newest report until the essential people's deadline
     * @param byDeadline by the newest report until the others' deadline
     */
    public record Rate(int ordered, int mustered, int byEssentialDeadline, int byDeadline) {
        static final Rate NONE = new Rate(0, 0, 0, 0);

        Rate plus(Rate other) {
            return new Rate(ordered + other.ordered, mustered + other.mustered,
                    byEssentialDeadline + other.byEssentialDeadline, byDeadline + other.byDeadline);
        }
    }

    /** @param course every report of the room, oldest first */
    public record Room(Muster muster, Rate rate, List<Point> course) {
        public Room {
            course = List.copyOf(course);
        }
    }

    private final List<Room> rooms;
    private final List<Point> course;

    private Compliance(List<Room> rooms, List<Point> course) {
        this.rooms = List.copyOf(rooms);
        this.course = List.copyOf(course);
    }

    /** {@code entries}: the declaration's, oldest first; those of other rooms are left out. */
    public static Compliance of(List<Muster> musters, List<Entry> entries) {
        Map<UnitCode, List<Point>> reports = new LinkedHashMap<>();
        musters.forEach(muster -> reports.put(muster.unit(), new ArrayList<>()));
        List<Report> all = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.event() instanceof LevelEvent.MusterReported e && reports.containsKey(e.unit())) {
                Report report = new Report(e.unit(), new Point(entry.at(), e.ordered(), e.mustered()));
                reports.computeIfAbsent(e.unit(), unit -> new ArrayList<>()).add(report.point());
                all.add(report);
            }
        }
        List<Room> rooms = musters.stream().map(it -> room(it, reports.getOrDefault(it.unit(), List.of()))).toList();
        return new Compliance(rooms, course(rooms, all));
    }

    private record Report(UnitCode unit, Point point) {}

    /** A room that has not reported yet stands with what it was ordered, as far as that is known still. */
    private static List<Point> course(List<Room> rooms, List<Report> reports) {
        Map<UnitCode, Point> standing = new HashMap<>();
        rooms.forEach(room -> standing.put(room.muster().unit(), new Point(room.muster().orderedAt(),
                room.course().isEmpty() ? room.muster().ordered() : room.course().getFirst().ordered(), 0)));
        int ordered = standing.values().stream().mapToInt(Point::ordered).sum();
        int mustered = 0;
        List<Point> course = new ArrayList<>();
        for (Report report : reports) {
            Point before = Objects.requireNonNull(standing.put(report.unit(), report.point()));
            ordered += report.point().ordered() - before.ordered();
            mustered += report.point().mustered() - before.mustered();
            course.add(new Point(report.point().at(), ordered, mustered));
        }
        return course;
    }

    public List<Room> rooms() {
        return rooms;
    }

    /** Of all rooms together. */
    public Rate rate() {
        return rooms.stream().map(Room::rate).reduce(Rate.NONE, Rate::plus);
    }

    /** All rooms together, after each report. */
    public List<Point> course() {
        return course;
    }

    private static Room room(Muster muster, List<Point> reports) {
        return new Room(muster, new Rate(muster.ordered(), muster.mustered(),
                musteredBy(reports, muster.essentialDeadline()), musteredBy(reports, muster.deadline())), reports);
    }

    private static int musteredBy(List<Point> reports, Instant deadline) {
        return reports.stream().filter(report -> !report.at().isAfter(deadline)).reduce((first, last) -> last)
                .map(Point::mustered).orElse(0);
    }
}
