package kr.haetae;

import com.sun.management.OperatingSystemMXBean;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import kr.haetae.event.Author;
import kr.haetae.event.Cursor;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.EventCodec;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.ForceKind;
import kr.haetae.event.ForceStrength;
import kr.haetae.event.Hash;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.Occurrence;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationKind;
import kr.haetae.event.Person;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PlannedDeployment;
import kr.haetae.event.UnitCode;
import kr.haetae.feed.Frames;
import kr.haetae.force.ForceCommand;
import kr.haetae.force.ForceId;
import kr.haetae.force.Forces;
import kr.haetae.force.LateArrivals;
import kr.haetae.http.PostPlacing;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Difference;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import kr.haetae.roster.CommandTree;
import kr.haetae.roster.NationalRoster;
import kr.haetae.roster.Placement;
import kr.haetae.roster.UnitKind;

/**
 * Measures the national plan: 18,117 posts, 60,000 deployments. Without an argument the fold, its heap and one check-in; with one
 * the import through the API on a database. Not a test.
 */
final class PlanFigures {
    private static final int DEPLOYMENTS = 60_000;
    private static final UUID OPERATION = new UUID(1, 1);
    private static final Instant FIVE = Instant.parse("2026-06-02T20:00:00Z");
    private static final Person BY = new Person(new UUID(2, 2), "본청", UnitCode.HEADQUARTERS);
    private static final List<PlacedPost> POSTS = NationalRoster.of(1).stream().map(Placement::of).toList();

    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    private final OperationFold fold = new OperationFold(OperationClock.real(Instant.EPOCH));
    private Picture picture = Picture.empty(Cursor.of(0, Hash.of(new byte[0])));

    private PlanFigures() {}

    public static void main(String[] arguments) {
        int status = 0;
        try {
            if (arguments.length == 0) {
                new PlanFigures().fold();
            } else {
                imported();
            }
        } catch (RuntimeException e) {
            e.printStackTrace();
            status = 1;
        }
        System.exit(status);
    }

    private void fold() {
        long empty = heap();
        tell(new Event.OperationDefined(OPERATION, "전국", OperationKind.DRILL, OperationClock.real(FIVE),
                Placement.ofTree(CommandTree.shipped())));
        tell(new OperationEvent.OperationOpened(BY));
        timed("posts, " + POSTS.size(), () -> told(batches(POSTS, 500, rows -> new Event.PostsPlaced("list", rows))));
        long posts = heap();
        tell(new ForceEvent.StrengthSet("list", forces(), BY));
        List<Event> plan = batches(plan(), 500, rows -> new ForceEvent.DeploymentsPlanned("plan", rows, BY));
        timed(DEPLOYMENTS + " deployments as " + plan.size() + " entries", () -> told(plan));
        plan.clear();
        System.out.printf("heap: roster %,d MB, with the plan %,d MB%n", (posts - empty) >> 20,
                (heap() - empty) >> 20);
        for (int i = 0; i < 200; i++) {
            new LateArrivals().due(picture, FIVE.minusSeconds(1));
        }
        timed("late sweep, nobody late", () -> new LateArrivals().due(picture, FIVE.minusSeconds(1)).size());
        timed("late sweep, all of the first shift",
                () -> new LateArrivals().due(picture, FIVE.plusSeconds(900)).size());
        checkIns();
        View national = new View(UnitCode.HEADQUARTERS, Set.of(Clearance.GENERAL));
        for (int round = 0; round < 12; round++) {
            timed("national snapshot, entities", () -> picture.snapshot(national).put().size());
        }
        Difference earlier = picture.snapshot(national);
        for (int round = 0; round < 6; round++) {
            timed("from an earlier one", () -> picture.snapshot(national, earlier).put().size());
            timed("written", () -> Frames.change(earlier).length);
        }
        Picture open = picture;
        for (int round = 0; round < 6; round++) {
            picture = open;
            timed("closing", () -> told(List.of(new OperationEvent.OperationClosed("끝", BY))));
        }
    }

    /** Two officers at every polling place. */
    private void checkIns() {
        long decided = 0;
        long folded = 0;
        int number = 0;
        for (PlacedPost post : POSTS.subList(0, 14_295)) {
            for (int i = 0; i < 2; i++) {
                Author officer = new Author(new UUID(9, number++), "경찰관", post.unit(), post.id());
                long start = System.nanoTime();
                Decision decision = Forces.decide(picture, FIVE, officer, new ForceCommand.CheckIn(null,
                        Occurrence.exact(FIVE), null, null, null));
                long between = System.nanoTime();
                ((Decision.Accepted) decision).events().forEach(this::tell);
                decided += between - start;
                folded += System.nanoTime() - between;
            }
        }
        System.out.printf("%,d check-ins: deciding %.1f µs, folding %.1f µs each; heap %,d MB%n", number,
                decided / 1e3 / number, folded / 1e3 / number, heap() >> 20);
    }

    private static void imported() {
        RunningNode node = RunningNode.shared();
        Author system = new Author(new UUID(0, 0), "system", UnitCode.HEADQUARTERS, null);
        timed("placing the posts", () -> Backroom.await(new PostPlacing(node.ledger(), system, Backroom.newId(),
                "list").place(POSTS)));
        Map<UUID, String> names = new TreeMap<>();
        POSTS.forEach(post -> names.put(post.id(), post.kind() + "/" + post.province() + "/" + post.district() + "/"
                + post.name()));
        StringBuilder forces = new StringBuilder("unit,kind,name,strength\n");
        forces().forEach(
                it -> forces.append("%s,%s,%s,%d\n".formatted(it.unit(), it.kind(), it.name(), it.strength())));
        StringBuilder plan = new StringBuilder("unit,force,posts,planned,from,until\n");
        plan().forEach(it -> plan.append("%s,경찰서,%s,%d,%s,%s\n".formatted(it.unit(), names.get(it.posts().getFirst()),
                it.planned(), it.from(), it.until())));
        Caller admin = Caller.of(node, "admin").with("Content-Type", "text/csv");
        String operation = "/operations/" + node.operation();
        timed("forces: ", () -> upload(admin, operation + "/forces/import", forces));
        timed("plan, dry run: ", () -> upload(admin, operation + "/deployments/import?dryRun=true", plan));
        timed("plan, dry run again: ", () -> upload(admin, operation + "/deployments/import?dryRun=true", plan));
        timed("plan: ", () -> upload(admin, operation + "/deployments/import", plan));
        timed("plan again: ", () -> upload(admin, operation + "/deployments/import", plan));
    }

    private static String upload(Caller admin, String path, CharSequence list) {
        JsonObject report = Caller.body(admin.with("Idempotency-Key", Backroom.newId().toString())
                .send(HttpMethod.POST, path, Buffer.buffer(list.toString().getBytes(StandardCharsets.UTF_8))), 200);
        return "rows " + report.getInteger("rows") + ", written " + report.getInteger("written");
    }

    private static List<ForceStrength> forces() {
        return CommandTree.shipped().units(UnitKind.STATION).stream().map(station -> {
            UnitCode unit = UnitCode.of(station.code());
            return new ForceStrength(ForceId.of(unit, ForceKind.STATION_OFFICERS, "경찰서"), unit,
                    ForceKind.STATION_OFFICERS, "경찰서", 400, 10, 5, 5);
        }).toList();
    }

    /** Shift after shift of three hours, two people each, at post after post: 120,000 person-duties. */
    private static List<PlannedDeployment> plan() {
        List<PlannedDeployment> plan = new ArrayList<>(DEPLOYMENTS);
        for (int i = 0; i < DEPLOYMENTS; i++) {
            PlacedPost post = POSTS.get(i % POSTS.size());
            boolean station = post.jurisdiction() == Jurisdiction.MAPPED;
            Instant from = FIVE.plus(Duration.ofHours(3L * (i / POSTS.size())));
            UUID force = station ? ForceId.of(post.unit(), ForceKind.STATION_OFFICERS, "경찰서") : null;
            PlannedDeployment one = new PlannedDeployment(OPERATION, post.unit(), force, List.of(post.id()), 2, from,
                    from.plus(Duration.ofHours(3)));
            plan.add(new PlannedDeployment(ForceId.of(one), one.unit(), force, one.posts(), 2, from, one.until()));
        }
        return plan;
    }

    private static <T> List<Event> batches(List<T> rows, int size, Function<List<T>, Event> event) {
        List<Event> events = new ArrayList<>();
        for (int start = 0; start < rows.size(); start += size) {
            events.add(event.apply(rows.subList(start, Math.min(rows.size(), start + size))));
        }
        return events;
    }

    private int told(List<Event> events) {
        events.forEach(this::tell);
        return events.size();
    }

    /** As read back: nothing is shared with who wrote it. */
    private void tell(Event written) {
        Event event = EventCodec.decode(EventCodec.type(written), EventCodec.version(written),
                EventCodec.encode(written)).orElseThrow();
        long seq = picture.cursor().seq() + 1;
        picture = fold.evolve(picture, new Entry(OPERATION, seq, FIVE, FIVE, new UUID(7, seq), 0, Entry.SYSTEM,
                UnitCode.HEADQUARTERS, event, Hash.of(Long.toString(seq).getBytes(StandardCharsets.UTF_8))));
    }

    private static void timed(String what, Supplier<Object> work) {
        long start = System.nanoTime();
        long cpu = PROCESS.getProcessCpuTime();
        Object result = work.get();
        System.out.printf("%s: %s in %,.1f ms, %,.1f ms of processor time%n", what, result,
                (System.nanoTime() - start) / 1e6, (PROCESS.getProcessCpuTime() - cpu) / 1e6);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
