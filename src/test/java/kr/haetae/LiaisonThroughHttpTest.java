package kr.haetae;

import static kr.haetae.AccessScene.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.event.Commission;
import kr.haetae.event.PostKind;
import kr.haetae.event.Role;
import kr.haetae.event.UnitKind;
import org.junit.jupiter.api.Test;

/** What an election commission's liaison sees and may report, through the API and its socket. */
class LiaisonThroughHttpTest {
    private static final RunningNode NODE = RunningNode.shared();
    private static final Caller SEOUL = liaison("nec-seoul");
    private static final Caller BUSAN = liaison("nec-busan");
    private static final Caller GYEONGGI = liaison("nec-gyeonggi");

    private final UUID made = NODE.anotherOperation();
    private final String operation = "/operations/" + made;
    private final Caller room = Caller.of(NODE, "mapo-room");

    private static Caller liaison(String commission) {
        NODE.account(commission, Role.NEC_LIAISON, commission, null);
        return Caller.of(NODE, commission);
    }

    /** The police have 18 agencies, the commissions 17 provinces: every agency lies in exactly one. */
    @Test
    void everyAgencyHasItsCommission() {
        var agencies = Commission.ALL.stream().flatMap(it -> it.agencies().stream()).toList();
        List<String> shipped = NODE.guardhouse().gate().house().units().values().toJavaStream()
                .filter(unit -> unit.kind() == UnitKind.AGENCY).map(unit -> unit.code().value())
                .toList();

        assertThat(Commission.ALL).hasSize(17);
        assertThat(agencies).hasSize(18).doesNotHaveDuplicates();
        assertThat(agencies.stream().map(Object::toString)).containsExactlyInAnyOrderElementsOf(shipped);
    }

    @Test
    void aLiaisonSeesWhatIsSharedAndNothingElse() {
        String kept = report("CROWD");
        String outage = report("REGISTER_OUTAGE");
        UUID office = Sited.place(NODE, made, PostKind.ELECTION_COMMISSION, "seoul-mapo");
        String atOffice = Caller.body(room.command(operation + "/incidents", json("kind", "CROWD", "text", "집회",
                "occurredAt", Instant.now().toString(), "post", office.toString(), "source", "PHONE").put("code", 2)),
                201).getString("id");
        String byHand = report("TRAFFIC");
        Caller.body(room.command(operation + "/incidents/" + byHand + "/comments", json("text", "경찰 내부 의견")), 200);
        Caller.body(room.command(operation + "/incidents/" + byHand + "/shares", json("unit", "nec-seoul", "reason",
                "협조")), 200);

        Set<String> expected = Set.of("incident/" + outage, "incident/" + atOffice, "incident/" + byHand);
        assertThat(picture(SEOUL)).isEqualTo(expected);
        assertThat(socket("nec-seoul", "nec-seoul")).isEqualTo(expected);
        assertThat(picture(BUSAN)).isEmpty();
        assertThat(Caller.body(SEOUL.get(operation + "/incidents"), 200).getJsonArray("items")).hasSize(3);
        assertThat(Caller.body(SEOUL.get(operation + "/incidents/" + byHand), 200).encode())
                .doesNotContain("경찰 내부 의견");
        assertThat(code(SEOUL, "/incidents/" + kept, 404)).isEqualTo("unknown-incident");
        assertThat(code(SEOUL, "/picture?scope=seoul-mapo", 403)).isEqualTo("outside-jurisdiction");
        for (String path : List.of("", "/units", "/posts", "/levels", "/levels/effective", "/storages",
                "/counting-centres", "/search?q=%EA%B2%BD%EC%B0%B0", "/attachments?subject=incident/" + outage)) {
            assertThat(code(SEOUL, path, 403)).as(path).isEqualTo("not-your-duty");
        }
    }

    @Test
    void whatIsUnsharedOrRestrictedLeavesItsScreen() {
        String incident = report("REGISTER_OUTAGE");
        assertThat(picture(SEOUL)).hasSize(1);
        Caller.body(room.command(operation + "/incidents/" + incident + "/shares/nec-seoul/end", json("reason", "종료")),
                200);
        assertThat(picture(SEOUL)).isEmpty();

        String other = report("REGISTER_OUTAGE");
        Caller commander = Caller.of(NODE, "commander");
        Caller.body(commander.command(operation + "/incidents/" + other + "/restriction",
                json("clearance", "RESTRICTED", "reason", "수사")), 200);
        assertThat(picture(SEOUL)).isEmpty();
        assertThat(Caller.body(commander.command(operation + "/incidents/" + other + "/shares",
                json("unit", "nec-busan", "reason", "협조")), 409).getString("code")).isEqualTo("clearances-differ");
    }

    @Test
    void aReportReachesTheStationOfThePostAndItsOwnScreen() {
        JsonObject wanted = json("matter", "POLICE_WANTED", "kind", "DISTURBANCE", "text", "출동 요청", "post",
                RunningNode.MAPO_POST.toString(), "reporter", "박관리");

        JsonObject reported = Caller.body(SEOUL.command(operation + "/liaison/reports", wanted), 201);

        assertThat(reported.getString("unit")).isEqualTo("seoul-mapo");
        JsonObject seen = Caller.body(room.with("Haetae-Cursor", reported.getString("cursor"))
                .get(operation + "/incidents/" + reported.getString("id")), 200).getJsonObject("incident");
        assertThat(seen.getString("source")).isEqualTo("NEC");
        assertThat(seen.getInteger("code")).isEqualTo(1);
        assertThat(seen.getJsonArray("sharedWith")).isEqualTo(new JsonArray().add("nec-seoul"));
        assertThat(picture(SEOUL)).contains("incident/" + reported.getString("id"));
        assertThat(refused(BUSAN, "/liaison/reports", wanted, 403)).isEqualTo("outside-jurisdiction");
    }

    @Test
    void aProvinceOfTwoAgenciesSaysWhichOne() {
        JsonObject outage = json("matter", "REGISTER_OUTAGE", "text", "명부 조회 불가");
        assertThat(refused(GYEONGGI, "/liaison/reports", outage, 422)).isEqualTo("missing-field");

        JsonObject north = Caller.body(GYEONGGI.command(operation + "/liaison/reports",
                outage.copy().put("unit", "gyeonggi-bukbu")), 201);

        assertThat(north.getString("unit")).isEqualTo("gyeonggi-bukbu");
        assertThat(Caller.body(SEOUL.command(operation + "/liaison/reports", outage), 201).getString("unit"))
                .isEqualTo("seoul");
        assertThat(picture(GYEONGGI)).hasSize(1);
        assertThat(refused(SEOUL, "/liaison/reports", outage.copy().put("kind", "CROWD"), 422))
                .isEqualTo("unknown-value");
        assertThat(refused(SEOUL, "/liaison/reports", json("matter", "POLICE_WANTED", "kind", "CROWD", "text", "x"),
                422)).isEqualTo("missing-field");
    }

    @Test
    void theEndOfACountReachesTheCentre() {
        UUID centre = Sited.countingCentre(NODE, made, "seoul-mapo");
        JsonObject end = json("post", centre.toString());
        assertThat(refused(BUSAN, "/liaison/count-ends", end, 404)).isEqualTo("unknown-counting-centre");

        Caller.body(SEOUL.command(operation + "/liaison/count-ends", end), 200);

        JsonObject seen = Caller.body(room.get(operation + "/counting-centres/" + centre), 200);
        assertThat(seen.getJsonObject("centre").getJsonObject("endReported").getString("commission"))
                .isEqualTo("nec-seoul");
        assertThat(seen.getJsonArray("timeline").getJsonObject(0).getString("type"))
                .isEqualTo("counting-end-reported");
        assertThat(refused(SEOUL, "/liaison/count-ends", end, 409)).isEqualTo("already-there");
    }

    @Test
    void placesAreThoseOfItsProvince() {
        JsonArray places = Caller.body(SEOUL.get(operation + "/liaison/posts?kind=POLLING_PLACE"), 200)
                .getJsonArray("items");
        assertThat(places).hasSize(3);
        assertThat(places.getJsonObject(0).fieldNames()).doesNotContain("unit", "position", "jurisdiction");
        assertThat(Caller.body(BUSAN.get(operation + "/liaison/posts"), 200).getJsonArray("items")).isEmpty();
        assertThat(Caller.body(GYEONGGI.get(operation + "/liaison/posts"), 200).getJsonArray("agencies")).hasSize(2);
        assertThat(code(room, "/liaison/posts", 403)).isEqualTo("not-your-duty");
    }

    @Test
    void itsAccountsAreHeadquartersToMakeAndHoldNoOtherRole() {
        Caller admin = Caller.of(NODE, "admin");
        JsonObject wanted = json("login", "nec-" + UUID.randomUUID(), "name", "연락관", "role", "NEC_LIAISON", "unit",
                "nec-jeju");
        Caller.body(admin.command("/accounts", wanted), 201);
        assertThat(Caller.body(admin.command("/accounts", wanted.copy().put("unit", "seoul").put("login", "nec-x")),
                422).getString("code")).isEqualTo("role-not-of-unit");
        assertThat(Caller.body(admin.command("/accounts", wanted.copy().put("role", "VIEWER").put("login", "nec-y")),
                422).getString("code")).isEqualTo("role-not-of-unit");
    }

    private String report(String kind) {
        return Caller.body(room.command(operation + "/incidents", json("kind", kind, "text", "내용", "occurredAt",
                Instant.now().toString(), "unit", "seoul-mapo", "source", "PHONE").put("code", 2)), 201)
                .getString("id");
    }

    private Set<String> picture(Caller who) {
        Caller seeing = who.with("Haetae-Cursor", NODE.ledger(made).head().cursor().toString());
        return held(Caller.body(seeing.get(operation + "/picture"), 200));
    }

    private Set<String> socket(String login, String scope) {
        try (Screen screen = Screen.open(NODE, NODE.token(login))) {
            screen.hello(json("type", "hello", "operation", made.toString(), "scope", scope));
            return held(screen.next("change", frame -> frame.getBoolean("reset", false)));
        }
    }

    private static Set<String> held(JsonObject frame) {
        return new HashSet<>(Stream.of(frame.getJsonArray("put").stream().toArray()).map(JsonObject.class::cast)
                .map(it -> it.getString("kind") + "/" + it.getString("id")).toList());
    }

    private String code(Caller who, String path, int status) {
        return Caller.body(who.get(operation + path), status).getString("code");
    }

    private String refused(Caller who, String path, JsonObject body, int status) {
        return refusedCode(Caller.body(who.command(operation + path, body), status));
    }

    /** The first field's code, or the problem's own. */
    private static String refusedCode(JsonObject problem) {
        JsonArray errors = problem.getJsonArray("errors");
        return errors == null || errors.isEmpty() ? problem.getString("code")
                : errors.getJsonObject(0).getString("code");
    }
}
