package kr.haetae.directive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import kr.haetae.event.Clearance;
import kr.haetae.event.Cursor;
import kr.haetae.event.DirectiveEvent;
import kr.haetae.event.DirectiveUrgency;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.NamedId;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationKind;
import kr.haetae.event.Person;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;
import kr.haetae.feed.Frames;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import kr.haetae.post.Posts;
import kr.haetae.roster.CommandTree;
import kr.haetae.roster.NationalRoster;
import kr.haetae.roster.Placement;

/** Measures ten directives to all rooms and polling places of the country, and what they add to headquarters' snapshot. Not a test. */
final class DirectiveFigures {
    private static final UUID OPERATION = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final List<Evolution> CAPABILITIES = List.of(new Posts(), new DirectiveFold(),
            new ConferenceFold());
    private static final String TEXT = "투표 마감 두 시간 전부터 투표소 주변 순찰을 늘리고, 투표함 회송 경로를 다시 점검하여 보고한다. ".repeat(8);

    private final Instant start = Instant.parse("2026-06-03T00:00:00Z");
    private Hash hash = Hash.of(OPERATION.toString().getBytes(StandardCharsets.UTF_8));
    private Picture picture = Picture.empty(Cursor.of(0, hash));

    private DirectiveFigures() {
        tell(new Event.OperationDefined(OPERATION, "훈련", OperationKind.DRILL, OperationClock.real(start),
                Placement.ofTree(CommandTree.shipped())));
        tell(new OperationEvent.OperationOpened(person(UnitCode.HEADQUARTERS)));
        List<PlacedPost> posts = NationalRoster.of(1).stream().map(Placement::of).toList();
        for (int from = 0; from < posts.size(); from += 500) {
            tell(new Event.PostsPlaced("list", posts.subList(from, Math.min(posts.size(), from + 500))));
        }
    }

    public static void main(String[] arguments) {
        DirectiveFigures figures = new DirectiveFigures();
        List<UnitCode> rooms = StreamSupport.stream(figures.picture.tree().units().spliterator(), false)
                .map(PlacedUnit::code).toList();
        System.out.println(rooms.size() + " rooms");
        figures.snapshot("without directives");
        figures.time("issue to all", 10, i -> figures.tell(issued(i, rooms)));
        for (UnitCode room : rooms) {
            for (int i = 0; i < 10; i++) {
                figures.tell(new DirectiveEvent.DirectiveRead(id(i), room, person(room)));
            }
        }
        figures.time("a room acknowledges", 10 * rooms.size(), i -> figures.tell(
                new DirectiveEvent.DirectiveAcknowledged(id(i % 10), rooms.get(i / 10),
                        person(rooms.get(i / 10)))));
        figures.time("a post takes note", 5_000, i -> figures.tell(new DirectiveEvent.DirectivePostAcknowledged(id(0),
                new UUID(8, i), rooms.get(i % rooms.size()), person(rooms.get(i % rooms.size())))));
        figures.snapshot("with ten open, all acknowledged");
        figures.time("a room has done it", rooms.size(), i -> figures.tell(
                new DirectiveEvent.DirectiveDone(id(0), rooms.get(i), "조치 완료", person(rooms.get(i)))));
        DirectiveSweep sweep = new DirectiveSweep();
        figures.time("sweep, nothing due", 1_000, i -> sweep.due(figures.picture, figures.start));
        figures.time("withdraw", 9, i -> figures.tell(
                new DirectiveEvent.DirectiveWithdrawn(id(i + 1), "종료", person(UnitCode.HEADQUARTERS))));
        figures.snapshot("after they left");
    }

    private static UUID id(int i) {
        return NamedId.of(OPERATION, "directive" + i);
    }

    private static Person person(UnitCode unit) {
        return new Person(NamedId.of(OPERATION, unit.value()), "상황실 " + unit, unit);
    }

    private static DirectiveEvent issued(int i, List<UnitCode> rooms) {
        return new DirectiveEvent.DirectiveIssued(id(i), "본청 지시 " + i, UnitCode.HEADQUARTERS,
                List.of(UnitCode.HEADQUARTERS), true, rooms, List.of(PostKind.POLLING_PLACE),
                DirectiveUrgency.URGENT, "순찰 강화 " + i, TEXT, null, null, null, person(UnitCode.HEADQUARTERS));
    }

    private void tell(Event event) {
        long seq = picture.cursor().seq() + 1;
        hash = Hash.of(hash.bytes(), Long.toString(seq).getBytes(StandardCharsets.UTF_8));
        Instant at = start.plusMillis(seq * 137);
        picture = picture.evolve(new Entry(OPERATION, seq, at, at, new UUID(7, seq), 0, Entry.SYSTEM,
                UnitCode.HEADQUARTERS, event, hash), CAPABILITIES);
    }

    private void time(String what, int times, IntConsumer work) {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            work.accept(i);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        System.out.printf("%s: median %.3f ms, p99 %.3f ms, most %.3f ms%n", what, nanos[times / 2] / 1e6,
                nanos[times * 99 / 100] / 1e6, nanos[times - 1] / 1e6);
    }

    private void snapshot(String when) {
        List<String> sizes = new ArrayList<>();
        for (String scope : List.of("npa", "seoul", "seoul-mapo")) {
            byte[] frame = Frames.change(picture.snapshot(new View(new UnitCode(scope), Set.of(Clearance.GENERAL))));
            sizes.add("%s %d B, gz %d B".formatted(scope, frame.length, gzip(frame)));
        }
        System.out.println("snapshots " + when + ": " + String.join("; ", sizes));
    }

    private static int gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 6);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.size();
    }
}
