package kr.haetae.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Cursor;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.NamedId;
import kr.haetae.event.Occurrence;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationKind;
import kr.haetae.event.OperationSettings;
import kr.haetae.event.Person;
import kr.haetae.event.Phase;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.PostEvent;
import kr.haetae.event.PostKind;
import kr.haetae.event.PostReportKind;
import kr.haetae.event.PostState;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;
import kr.haetae.roster.CommandTree;
import kr.haetae.roster.NationalRoster;
import kr.haetae.roster.Placement;

/** An operation whose time the test moves: posts, reports, sweeps. Begins at 05:00, open, without a phase. */
final class PollingDay {
    static final UUID OPERATION = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final UnitCode HQ = UnitCode.HEADQUARTERS;
    static final UnitCode SEOUL = new UnitCode("seoul");
    static final UnitCode BUSAN = new UnitCode("busan");
    static final UnitCode GANGNAM = new UnitCode("seoul-gangnam");
    static final UnitCode JONGNO = new UnitCode("seoul-jongno");
    static final UnitCode SAHA = new UnitCode("busan-saha");
    static final Person SOMEBODY = new Person(new UUID(1, 1), "김경위", GANGNAM);
    static final Author ROOM = new Author(new UUID(5, 5), "상황실", SEOUL, null);
    static final Instant FIVE = Instant.parse("2026-06-02T20:00:00Z");

    private static final List<Evolution> CAPABILITIES = List.of(new Posts(), new Watches());
    private static final List<Timed> RULES = List.of(new SilenceSweep(), new Outages());

    private final List<UUID> posts = new ArrayList<>();
    private Picture picture;
    private Instant time = FIVE;
    private Hash hash = Hash.of(OPERATION.toString().getBytes(StandardCharsets.UTF_8));

    private PollingDay(List<PlacedUnit> units, int rate) {
        picture = Picture.empty(Cursor.of(0, hash));
        tell(new Event.OperationDefined(OPERATION, "훈련", OperationKind.DRILL, new OperationClock(FIVE, FIVE, rate),
                units));
    }

    /** Headquarters, two agencies, three stations. */
    static PollingDay small() {
        PollingDay day = new PollingDay(List.of(
                new PlacedUnit(HQ, UnitKind.HQ, null, "경찰청", "National Police Agency", "본청"),
                new PlacedUnit(SEOUL, UnitKind.AGENCY, HQ, "서울특별시경찰청", "Seoul", "서울청"),
                new PlacedUnit(BUSAN, UnitKind.AGENCY, HQ, "부산광역시경찰청", "Busan", "부산청"),
                new PlacedUnit(GANGNAM, UnitKind.STATION, SEOUL, "서울강남경찰서", "Seoul Gangnam", "서울강남"),
                new PlacedUnit(JONGNO, UnitKind.STATION, SEOUL, "서울종로경찰서", "Seoul Jongno", "서울종로"),
                new PlacedUnit(SAHA, UnitKind.STATION, BUSAN, "부산사하경찰서", "Busan Saha", "부산사하")), 1);
        day.open();
        return day;
    }

    static PollingDay national() {
        PollingDay day = new PollingDay(Placement.ofTree(CommandTree.shipped()), 1);
        List<PlacedPost> posts = NationalRoster.of(1).stream().map(Placement::of).toList();
        for (int from = 0; from < posts.size(); from += PostCommand.Place.ROWS) {
            day.place(posts.subList(from, Math.min(posts.size(), from + PostCommand.Place.ROWS)));
        }
        day.open();
        return day;
    }

    Picture now() {
        return picture;
    }

    Instant time() {
        return time;
    }

    void tell(Event event) {
        long seq = picture.cursor().seq() + 1;
        hash = Hash.of(hash.bytes(), Long.toString(seq).getBytes(StandardCharsets.UTF_8));
        picture = picture.evolve(new Entry(OPERATION, seq, time, time, new UUID(7, seq), 0, Entry.SYSTEM, HQ, event,
                hash), CAPABILITIES);
    }

    void open() {
        tell(new OperationEvent.OperationOpened(SOMEBODY));
    }

    void close() {
        tell(new OperationEvent.OperationClosed("끝", SOMEBODY));
    }

    void enter(Phase phase) {
        tell(new OperationEvent.PhaseEntered(phase, null, SOMEBODY));
    }

    void change(OperationSettings settings) {
        tell(new OperationEvent.SettingsChanged(settings, SOMEBODY));
    }

    void place(List<PlacedPost> placed) {
        tell(new Event.PostsPlaced("list", placed));
        placed.forEach(post -> posts.add(post.id()));
    }

    /** So many polling places of a unit; answers their ids. */
    List<UUID> place(UnitCode unit, int number) {
        return place(unit, number, PostKind.POLLING_PLACE);
    }

    List<UUID> place(UnitCode unit, int number, PostKind kind) {
        int first = posts.size();
        List<PlacedPost> placed = new ArrayList<>();
        for (int i = first; i < first + number; i++) {
            placed.add(new PlacedPost(NamedId.of(OPERATION, "post" + i), kind, "제" + i + "투표소", unit,
                    Jurisdiction.MAPPED, List.of(), "서울", "강남구", null, null, null, null, null));
        }
        place(placed);
        return List.copyOf(posts.subList(first, posts.size()));
    }

    UUID post(int number) {
        return posts.get(number);
    }

    void report(int number, PostReportKind kind) {
        report(post(number), kind, time);
    }

    /** {@code occurred}: may be long ago. */
    void report(UUID post, PostReportKind kind, Instant occurred) {
        tell(new PostEvent.PostReported(post, kind, Phase.VOTING, Map.of(), null, Occurrence.exact(occurred), SOMEBODY,
                SOMEBODY));
    }

    /** Time passes, quietly: the servers are there. */
    void pass(int minutes) {
        for (int i = 0; i < minutes; i++) {
            time = time.plus(Duration.ofMinutes(1));
            tell(new PostEvent.WatchKept(picture.at()));
        }
    }

    /** Time passes without any server. */
    void away(int minutes) {
        time = time.plus(Duration.ofMinutes(minutes));
    }

    List<Timed.Due> due() {
        return RULES.stream().flatMap(rule -> rule.due(picture, time).stream()).toList();
    }

    /** Does what is due, as the timekeeper would, until nothing is. */
    void sweep() {
        boolean something = true;
        while (something) {
            something = due().stream().filter(this::done).count() > 0;
        }
    }

    boolean done(Timed.Due due) {
        if (due.decide().apply(picture, time) instanceof Decision.Accepted accepted) {
            accepted.events().forEach(this::tell);
            return true;
        }
        return false;
    }

    Watch watch(UUID post) {
        return picture.find(Watch.key(post), Watch.class).orElseThrow();
    }

    PostState state(UUID post) {
        return watch(post).state();
    }
}
