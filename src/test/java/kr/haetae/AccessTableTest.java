package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.haetae.AccessScene.Target;
import kr.haetae.AccessTable.Cell;
import kr.haetae.AccessTable.Row;
import kr.haetae.AccessTable.Sight;
import kr.haetae.auth.Duties;
import kr.haetae.event.Clearance;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every route × role × jurisdiction × clearance, and what snapshot and socket hold, against {@code access.txt}. */
class AccessTableTest {
    private static final Map<String, UnitKind> SEATS = Map.of("npa", UnitKind.HQ, "seoul", UnitKind.AGENCY,
            AccessScene.MAPO, UnitKind.STATION, "seoul-gangnam", UnitKind.STATION, "nec-seoul", UnitKind.COMMISSION);
    private static final Set<Clearance> BOTH = Set.of(Clearance.PROTECTION, Clearance.RESTRICTED);
    /** What is said to whoever may, when the thing is not in the state for it or the example is not about it. */
    private static final Set<String> LET_IN = Set.of("2", "409", "422");

    private static final RunningNode NODE = RunningNode.shared();
    private static final AccessTable TABLE = AccessTable.read();
    private static final List<Seat> EVERYBODY = everybody();
    private static final AccessScene SCENE = new AccessScene(NODE, login(Role.ROOM_OPERATOR, AccessScene.MAPO, false),
            login(Role.STATION_COMMANDER, AccessScene.MAPO, false));

    /** An account of the test; {@code given}: what it was cleared for beyond its role. */
    private record Seat(String login, Role role, String unit, Set<Clearance> given, Caller caller) {
        boolean above(String station) {
            return unit.equals("npa") || station.equals(unit) || station.startsWith(unit + "-");
        }

        @Override
        public String toString() {
            return role + " at " + unit + (given.isEmpty() ? "" : ", cleared");
        }
    }

    @Test
    void theTableNamesEveryRouteOnce() {
        List<String> named = TABLE.rows().stream().map(row -> row.route() + " " + row.body()).toList();

        assertThat(named).doesNotHaveDuplicates();
        assertThat(TABLE.rows().stream().map(Row::route).distinct())
                .containsExactlyInAnyOrderElementsOf(OpenApi.routes());
    }

    @Test
    void nobodyIsToldToLogInFirst() {
        Caller stranger = Caller.stranger(NODE);
        List<String> wrong = new ArrayList<>();
        for (Row row : TABLE.rows()) {
            String answer = SCENE.ask(stranger, row, Target.PLAIN);
            boolean open = open(row);
            if (answer.equals("401 not-logged-in") == open) {
                wrong.add(row.route() + ": " + answer);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRouteAnswersEveryRoleAsTheTableSays() throws Exception {
        List<String> wrong = new ArrayList<>();
        List<String> neverReached = new ArrayList<>();
        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            for (Row row : TABLE.rows().stream().filter(row -> !open(row)).toList()) {
                Set<String> answers = new HashSet<>();
                List<Future<List<String>>> asked = new ArrayList<>();
                for (Seat seat : EVERYBODY) {
                    asked.add(eight.submit(() -> ask(row, seat, answers)));
                    if (alone(row)) {
                        asked.getLast().get();
                    }
                }
                for (Future<List<String>> one : asked) {
                    wrong.addAll(one.get());
                }
                if (answers.stream().noneMatch(answer -> reached(row, answer))) {
                    neverReached.add(row.route() + " " + row.body() + " " + answers);
                }
            }
        }
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
        assertThat(neverReached).as(String.join("\n", neverReached)).isEmpty();
    }

    @Test
    void snapshotAndSocketHoldWhatTheTableSays() {
        AccessScene scene = new AccessScene(NODE, login(Role.ROOM_OPERATOR, AccessScene.MAPO, false),
                login(Role.STATION_COMMANDER, AccessScene.MAPO, false));
        Map<Sight, String> keys = keys(scene);
        List<String> wrong = new ArrayList<>();
        for (Seat seat : EVERYBODY) {
            var answer = seat.caller().get("/operations/" + scene.operation() + "/picture");
            boolean looks = TABLE.sights().stream().anyMatch(sight -> sight.cells().get(seat.role()) != Cell.NO);
            if (!looks) {
                assertThat(answer.statusCode()).as(seat.toString()).isEqualTo(403);
                assertThat(Screen.refusal(NODE.vertx(), Screen.options(NODE).addHeader("Authorization",
                        "Bearer " + NODE.token(seat.login())))).as(seat.toString()).isEqualTo(403);
                continue;
            }
            Set<String> snapshot = held(Caller.body(answer, 200));
            Set<String> socket = socket(scene, seat);
            keys.forEach((sight, key) -> {
                boolean sees = seat.above(AccessScene.MAPO) && sight.by(seat.role(), seat.given());
                if (snapshot.contains(key) != sees || socket.contains(key) != sees) {
                    wrong.add("%s %s to %s: snapshot %b, socket %b, not %b".formatted(sight.kind(), sight.clearance(),
                            seat, snapshot.contains(key), socket.contains(key), sees));
                }
            });
        }
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
    }

    /** The key of the entity that each line of the table is tried on. */
    private static Map<Sight, String> keys(AccessScene scene) {
        Map<Target, String> handovers = scene.handedOver();
        Map<Sight, String> keys = new HashMap<>();
        for (Sight sight : TABLE.sights()) {
            Target target = switch (sight.clearance()) {
                case GENERAL, CASES -> Target.PLAIN;
                case PROTECTION -> Target.PROTECTED;
                case RESTRICTED -> Target.SECRET;
            };
            keys.put(sight, switch (sight.kind()) {
                case "incident" -> "incident/" + scene.incident(target);
                case "upward-report" -> "upward-report/" + scene.report(target);
                case "attachments" -> "attachments/" + scene.incident(target);
                case "handover" -> "handover/" + handovers.get(target);
                case "case", "directive", "conference" -> sight.kind() + "/" + scene.id(sight.kind());
                case "directive-room", "conference-room" -> sight.kind() + "/"
                        + scene.id(sight.kind().replace("-room", "")) + ":" + AccessScene.MAPO;
                default -> (target == Target.PLAIN && sight.clearance() == Clearance.GENERAL ? sight.kind()
                        : sight.kind() + "-" + sight.clearance().name().toLowerCase(Locale.ROOT)) + "/"
                        + AccessScene.MAPO;
            });
        }
        return keys;
    }

    private static Set<String> socket(AccessScene scene, Seat seat) {
        try (Screen screen = Screen.open(NODE, NODE.token(seat.login()))) {
            screen.hello(AccessScene.json("type", "hello", "operation", scene.operation().toString(), "scope",
                    seat.unit()));
            return held(screen.next("change", frame -> frame.getBoolean("reset", false)));
        }
    }

    private static Set<String> held(JsonObject frame) {
        Set<String> keys = new HashSet<>();
        for (Object each : frame.getJsonArray("put")) {
            JsonObject entity = (JsonObject) each;
            keys.add(entity.getString("kind") + "/" + entity.getString("id"));
        }
        return keys;
    }

    private static boolean open(Row row) {
        return row.cells().containsValue(Cell.EVERYBODY);
    }

    private static boolean alone(Row row) {
        return row.path().contains("{handover}");
    }

    private static List<String> ask(Row row, Seat seat, Set<String> answers) {
        List<String> wrong = new ArrayList<>();
        for (Target target : targets(row)) {
            if (alone(row)) {
                SCENE.handover();
            }
            Caller caller = row.route().equals("DELETE /session")
                    ? seat.caller().with("Authorization", "Bearer " + NODE.logIn(seat.login()).access().text())
                    : seat.caller();
            String answer = SCENE.ask(caller, row, target);
            synchronized (answers) {
                answers.add(answer);
            }
            String refusal = refusal(row, seat, target);
            boolean asSaid = refusal == null ? letIn(row, answer) : answer.endsWith(" " + refusal);
            if (!asSaid) {
                wrong.add("%s %s, %s, %s: %s instead of %s".formatted(row.route(), row.body(), seat, target, answer,
                        refusal == null ? "being let in" : refusal));
            }
        }
        return wrong;
    }

    private static List<Target> targets(Row row) {
        boolean incident = !row.uncleared().isEmpty();
        return incident ? List.of(Target.values()) : List.of(Target.PLAIN);
    }

    /** The code with which the table refuses; null when it lets in. */
    private static @Nullable String refusal(Row row, Seat seat, Target target) {
        Cell cell = row.cells().getOrDefault(seat.role(), Cell.NO);
        boolean elsewhere = row.ownRoom() ? !seat.unit().equals(AccessScene.MAPO) : !seat.above(AccessScene.MAPO);
        if (cell == Cell.NO || (cell == Cell.HEADQUARTERS && !seat.unit().equals("npa"))) {
            return "not-your-duty";
        }
        if (!row.elsewhere().isEmpty() && elsewhere) {
            return row.elsewhere();
        }
        if (!row.uncleared().isEmpty() && !TABLE.cleared(seat.role(), seat.given(), target.clearance())) {
            return row.uncleared();
        }
        return cell == Cell.INVESTIGATIONS && target != Target.CRIME ? "not-handled-by-you" : null;
    }

    private static boolean letIn(Row row, String answer) {
        return LET_IN.stream().anyMatch(answer::startsWith) || answered(row, answer);
    }

    /** Whether it came as far as a decision: a request that nobody can read shows nothing of who may send it. */
    private static boolean reached(Row row, String answer) {
        return answer.startsWith("2") || answer.startsWith("409") || answered(row, answer);
    }

    private static boolean answered(Row row, String answer) {
        return row.besides().contains(answer.replaceFirst("\\d+ ", ""));
    }

    private static List<Seat> everybody() {
        List<Seat> seats = new ArrayList<>();
        for (Role role : Role.values()) {
            SEATS.forEach((unit, kind) -> {
                if (Duties.fits(role, kind)) {
                    seats.add(seat(role, unit, false));
                }
            });
            if (Duties.fits(role, UnitKind.STATION)) {
                seats.add(seat(role, AccessScene.MAPO, true));
            }
        }
        return seats;
    }

    private static Seat seat(Role role, String unit, boolean cleared) {
        String login = login(role, unit, cleared);
        var post = role == Role.OFFICER && unit.equals(AccessScene.MAPO) ? RunningNode.MAPO_POST : null;
        var account = NODE.account(login, role, unit, post);
        if (cleared) {
            NODE.clear(login, account, Clearance.PROTECTION, Clearance.RESTRICTED);
        }
        return new Seat(login, role, unit, cleared ? BOTH : Set.of(), Caller.of(NODE, login));
    }

    private static String login(Role role, String unit, boolean cleared) {
        return "at-" + unit + "-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-') + (cleared ? "-c" : "");
    }
}
