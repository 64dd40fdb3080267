package kr.haetae.custody;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.BoxSeen;
import kr.haetae.event.Clearance;
import kr.haetae.event.Cursor;
import kr.haetae.event.CustodySide;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.NamedId;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationKind;
import kr.haetae.event.Person;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.PostKind;
import kr.haetae.event.TransportKind;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;
import kr.haetae.post.Post;
import kr.haetae.post.Posts;
import org.jspecify.annotations.Nullable;

/** An evening on which ballot boxes are taken to be counted: some agencies of some stations, each with a centre and a storage. */
final class CustodyDay {
    static final Instant CLOSE = Instant.parse("2026-06-03T11:00:00Z");
    static final UUID OPERATION = new UUID(11, 11);
    static final List<Evolution> CAPABILITIES = List.of(new Posts(), new Transports());

    final List<UnitCode> stations = new ArrayList<>();
    final List<UUID> places = new ArrayList<>();
    private final int perStation;
    private Picture picture = Picture.empty(Cursor.of(0, Hash.of(new byte[]{1})));
    private Instant now = CLOSE;
    private long seq;

    CustodyDay(int agencies, int stationsEach, int perStation) {
        this.perStation = perStation;
        List<PlacedUnit> units = new ArrayList<>();
        units.add(new PlacedUnit(UnitCode.HEADQUARTERS, UnitKind.HQ, null, "경찰청", "National Police Agency", "본청"));
        for (int a = 0; a < agencies; a++) {
            UnitCode agency = new UnitCode("agency" + a);
            units.add(new PlacedUnit(agency, UnitKind.AGENCY, UnitCode.HEADQUARTERS, "청" + a, "Agency " + a, "청" + a));
            for (int s = 0; s < stationsEach; s++) {
                UnitCode station = new UnitCode("agency" + a + "-s" + s);
                units.add(new PlacedUnit(station, UnitKind.STATION, agency, "서" + a + "·" + s, "Station " + s,
                        "서" + a + "·" + s));
                stations.add(station);
            }
        }
        tell(new Event.OperationDefined(OPERATION, "훈련", OperationKind.DRILL, OperationClock.real(CLOSE), units));
        tell(new OperationEvent.OperationOpened(new Person(null, "운영", null)));
        for (UnitCode station : stations) {
            List<PlacedPost> posts = new ArrayList<>();
            for (int p = 0; p < perStation; p++) {
                UUID post = NamedId.of(OPERATION, station + "/" + p);
                places.add(post);
                posts.add(post(post, PostKind.POLLING_PLACE, "제" + p + "투표소", station));
            }
            posts.add(post(centre(station), PostKind.COUNTING_CENTRE, station + " 개표소", station));
            posts.add(post(storage(station), PostKind.BALLOT_STORAGE, station + " 보관소", station));
            tell(new Event.PostsPlaced("list", posts));
        }
    }

    private static PlacedPost post(UUID id, PostKind kind, String name, UnitCode unit) {
        return new PlacedPost(id, kind, name, unit, Jurisdiction.MAPPED, List.of(), "서울", "마포구", null, null, null, null,
                null);
    }

    static UUID centre(UnitCode station) {
        return NamedId.of(OPERATION, station + "/centre");
    }

    static UUID storage(UnitCode station) {
        return NamedId.of(OPERATION, station + "/storage");
    }

    UnitCode stationOf(int place) {
        return stations.get(place / perStation);
    }

    Picture now() {
        return picture;
    }

    Instant time() {
        return now;
    }

    void pass(int minutes) {
        now = now.plusSeconds(60L * minutes);
    }

    void tell(Event event) {
        seq++;
        Hash hash = Hash.of(Long.toString(seq).getBytes(StandardCharsets.UTF_8));
        picture = picture.evolve(new Entry(OPERATION, seq, now, now, new UUID(3, seq), 0, Entry.SYSTEM,
                UnitCode.HEADQUARTERS, event, hash), CAPABILITIES);
    }

    static Author room(UnitCode unit) {
        return new Author(NamedId.of(OPERATION, "room " + unit), unit + " 상황실", unit, null,
                Set.of(Clearance.GENERAL));
    }

    static Author officer(UnitCode unit, @Nullable UUID post, String name) {
        return new Author(NamedId.of(OPERATION, "officer " + name), name, unit, post, Set.of(Clearance.GENERAL));
    }

    /** What becomes of it, and if it is accepted, that has happened. */
    Decision ask(Author author, TransportCommand command) {
        Decision decision = Transports.decide(picture, now, author, command, sites(picture));
        if (decision instanceof Decision.Accepted accepted) {
            accepted.events().forEach(this::tell);
        }
        return decision;
    }

    /** What the clock brings about now. */
    List<Decision> sweep() {
        List<Decision> decisions = new ArrayList<>();
        for (Timed.Due due : new OverdueSweep().due(picture, now)) {
            Decision decision = due.decide().apply(picture, now);
            decisions.add(decision);
            if (decision instanceof Decision.Accepted accepted) {
                accepted.events().forEach(this::tell);
            }
        }
        return decisions;
    }

    static Gazetteer sites(Picture picture) {
        return id -> picture.find(Post.key(id), Post.class)
                .map(it -> new Gazetteer.Site(it.post(), it.postKind(), it.name(), it.unit(), it.position()));
    }

    /** From a polling place to the centre of its station, in 20 minutes, leaving 10 minutes after the close. */
    TransportCommand.Wanted wanted(int place, @Nullable String number, String... boxes) {
        return new TransportCommand.Wanted(number, TransportKind.TO_COUNTING, places.get(place),
                centre(stationOf(place)), null, CLOSE.plusSeconds(600), CLOSE.plusSeconds(1_800), List.of(),
                List.of(boxes));
    }

    UUID plan(int place, String number, String... boxes) {
        Decision decision = ask(room(stationOf(place)), new TransportCommand.Plan("", List.of(wanted(place, number,
                boxes)), true));
        if (!(decision instanceof Decision.Accepted)) {
            throw new AssertionError(decision.toString());
        }
        return CustodyId.route(number);
    }

    Route route(UUID id) {
        return picture.find(Route.key(id), Route.class).orElseThrow();
    }

    Box box(String number) {
        return picture.find(Box.key(CustodyId.box(number)), Box.class).orElseThrow();
    }

    Centre board(UnitCode station) {
        return picture.find(Centre.key(centre(station)), Centre.class).orElseThrow();
    }

    static BoxSeen seen(String box, String... seals) {
        return new BoxSeen(box, List.of(seals), false);
    }

    TransportCommand.Depart depart(UUID route, List<BoxSeen> boxes, String... officers) {
        return new TransportCommand.Depart(UUID.randomUUID(), route, now, boxes,
                List.of(officers).stream().map(it -> new Person(null, it, stations.getFirst())).toList(), 1, null,
                true);
    }

    TransportCommand.Arrive arrive(UUID route, @Nullable List<BoxSeen> boxes) {
        return new TransportCommand.Arrive(UUID.randomUUID(), route, now, null, boxes, true);
    }

    TransportCommand.HandOver handOver(UUID route, CustodySide side, @Nullable String who,
            @Nullable List<BoxSeen> boxes) {
        return new TransportCommand.HandOver(UUID.randomUUID(), route, now, side, boxes,
                who == null ? null : new Person(null, who, stations.getFirst()), true);
    }
}
