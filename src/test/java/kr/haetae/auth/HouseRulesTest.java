package kr.haetae.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.auth.HouseCommand.CreateAccount;
import kr.haetae.event.Clearance;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.Handling;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationKind;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final Instant NOW = Instant.parse("2026-06-03T05:00:00Z");

    private House house = House.EMPTY.evolve(new Event.OrganisationAdopted(Installation.UNITS), 1, NOW);
    private long seq = 1;

    private String tell(Actor actor, HouseCommand command) {
        return switch (HouseRules.decide(house, actor, command)) {
            case Decision.Refused refused -> refused.reason().code();
            case Decision.Accepted accepted -> {
                for (Event event : accepted.events()) {
                    seq++;
                    house = house.evolve((Event.House) event, seq, NOW);
                }
                yield "accepted";
            }
        };
    }

    private String create(Actor actor, String login, Role role, String unit) {
        return tell(actor,
                new CreateAccount(UUID.randomUUID(), new NewAccount(login, "이름", role, UnitCode.of(unit), null)));
    }

    private Actor made(String login, Role role, String unit) {
        assertThat(create(Actor.SYSTEM, login, role, unit)).isEqualTo("accepted");
        return actor(login);
    }

    private Actor actor(String login) {
        return house.byLogin(login).orElseThrow().actor(UUID.randomUUID());
    }

    private String disable(Actor actor, String login) {
        return tell(actor, new HouseCommand.DisableAccount(actor(login).account(), "left"));
    }

    @Test
    void anAdministratorGrantsWithinHisJurisdictionOnly() {
        Actor seoul = made("seoul-admin", Role.ADMINISTRATOR, "seoul");
        assertThat(create(seoul, "room", Role.ROOM_OPERATOR, "seoul-gangnam")).isEqualTo("accepted");
        assertThat(create(seoul, "room2", Role.ROOM_OPERATOR, "busan-haeundae")).isEqualTo("outside-jurisdiction");
        assertThat(create(seoul, "room2", Role.ROOM_OPERATOR, "npa")).isEqualTo("outside-jurisdiction");
        assertThat(create(seoul, "room2", Role.ROOM_OPERATOR, "seoul-nowhere")).isEqualTo("unknown-unit");
        assertThat(create(seoul, "audit", Role.AUDITOR, "seoul-gangnam")).isEqualTo("role-not-grantable");
        assertThat(create(seoul, "machine", Role.MACHINE, "seoul")).isEqualTo("role-not-grantable");
    }

    @Test
    void aCommanderCommandsHisOwnLevel() {
        assertThat(create(Actor.SYSTEM, "chief", Role.NATIONAL_COMMANDER, "seoul")).isEqualTo("role-not-of-unit");
        assertThat(create(Actor.SYSTEM, "chief", Role.AGENCY_COMMANDER, "seoul-gangnam")).isEqualTo("role-not-of-unit");
        assertThat(create(Actor.SYSTEM, "chief", Role.STATION_COMMANDER, "seoul-gangnam")).isEqualTo("accepted");
    }

    @Test
    void nobodyButAdministratorsManagesAccounts() {
        made("victim", Role.OFFICER, "seoul-gangnam");
        for (Role role : Role.values()) {
            if (role != Role.ADMINISTRATOR && Duties.fits(role, UnitKind.HQ)) {
                Actor actor = made("is-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), role,
                        "npa");
                assertThat(create(actor, "friend", Role.OFFICER, "seoul-gangnam")).isEqualTo("not-permitted");
                assertThat(disable(actor, "victim")).isEqualTo("not-permitted");
            }
        }
    }

    @Test
    void nobodyTakesDownWhomHeCouldNotAppoint() {
        Actor seoul = made("seoul-admin", Role.ADMINISTRATOR, "seoul");
        made("root", Role.ADMINISTRATOR, "npa");
        made("auditor", Role.AUDITOR, "seoul");
        made("busan", Role.OFFICER, "busan-haeundae");
        assertThat(disable(seoul, "root")).isEqualTo("unknown-account");
        assertThat(disable(seoul, "busan")).isEqualTo("unknown-account");
        assertThat(disable(seoul, "auditor")).isEqualTo("role-not-grantable");
    }

    @Test
    void theLastNationalAdministratorStays() {
        Actor root = made("root", Role.ADMINISTRATOR, "npa");
        made("seoul-admin", Role.ADMINISTRATOR, "seoul");
        assertThat(disable(root, "root")).isEqualTo("last-administrator");
        assertThat(tell(root, new HouseCommand.PostAccount(root.account(), Role.VIEWER, UnitCode.HEADQUARTERS, null)))
                .isEqualTo("last-administrator");
        made("root2", Role.ADMINISTRATOR, "npa");
        assertThat(disable(root, "root")).isEqualTo("accepted");
        assertThat(disable(root, "root2")).isEqualTo("not-permitted");
        assertThat(disable(Actor.SYSTEM, "root2")).isEqualTo("last-administrator");
    }

    @Test
    void theActorIsWhatThePictureSaysNotWhatTheRequestSays() {
        Actor forged = new Actor(made("viewer", Role.VIEWER, "npa").account(), "x", Role.ADMINISTRATOR,
                UnitCode.HEADQUARTERS,
                null, UUID.randomUUID(), Set.of(Clearance.GENERAL));
        assertThat(create(forged, "friend", Role.OFFICER, "seoul")).isEqualTo("not-permitted");
        Actor stranger = new Actor(UUID.randomUUID(), "x", Role.ADMINISTRATOR, UnitCode.HEADQUARTERS, null,
                UUID.randomUUID(), Set.of(Clearance.GENERAL));
        assertThat(create(stranger, "friend", Role.OFFICER, "seoul")).isEqualTo("not-permitted");
    }

    @Test
    void aClearanceIsGivenByWhoManagesTheAccountAndEndsWithTheDuty() {
        Actor root = made("root", Role.ADMINISTRATOR, "npa");
        Actor seoul = made("seoul-admin", Role.ADMINISTRATOR, "seoul");
        UUID room = made("room", Role.ROOM_OPERATOR, "seoul-gangnam").account();

        assertThat(tell(made("room2", Role.ROOM_OPERATOR, "seoul-gangnam"), cleared(room, Clearance.PROTECTION)))
                .isEqualTo("not-permitted");
        assertThat(tell(seoul, cleared(root.account(), Clearance.PROTECTION))).isEqualTo("unknown-account");
        assertThat(tell(root, cleared(room, Clearance.GENERAL))).isEqualTo("clearance-not-grantable");
        assertThat(tell(root, cleared(room))).isEqualTo("nothing-changed");
        assertThat(tell(seoul, cleared(room, Clearance.RESTRICTED, Clearance.PROTECTION))).isEqualTo("accepted");
        assertThat(known(room).clearances()).containsExactly(Clearance.PROTECTION, Clearance.RESTRICTED);
        assertThat(known(room).sessionsFrom()).isEqualTo(known(room).seq());
        assertThat(known(room).actor(UUID.randomUUID()).clearances())
                .containsExactlyInAnyOrder(Clearance.GENERAL, Clearance.PROTECTION, Clearance.RESTRICTED);

        tell(root,
                new HouseCommand.PostAccount(room, Role.ROOM_OPERATOR, UnitCode.of("seoul-gangnam"), new UUID(7, 7)));
        assertThat(known(room).clearances()).hasSize(2);
        tell(root, new HouseCommand.PostAccount(room, Role.ROOM_OPERATOR, UnitCode.of("seoul"), null));
        assertThat(known(room).clearances()).isEmpty();
        assertThat(known(room).sessionsFrom()).isEqualTo(known(room).seq());
    }

    private Account known(UUID id) {
        return house.account(id).orElseThrow();
    }

    private static HouseCommand cleared(UUID account, Clearance... clearances) {
        return new HouseCommand.ClearAccount(account, Set.of(clearances));
    }

    @Test
    void loginsAreFoldedAndUnique() {
        made("kim.cheolsu", Role.OFFICER, "seoul");
        assertThat(create(Actor.SYSTEM, " KIM.Cheolsu ", Role.OFFICER, "seoul")).isEqualTo("login-taken");
        assertThat(create(Actor.SYSTEM, "ＫＩＭ.cheolsu", Role.OFFICER, "seoul")).isEqualTo("login-taken");
        for (String wrong : List.of("ab", ".abc", "has space", "김철수", "a".repeat(65), "")) {
            assertThat(create(Actor.SYSTEM, wrong, Role.OFFICER, "seoul")).isEqualTo("login-malformed");
        }
    }

    @Test
    void postingDisablingAndEnabling() {
        Actor officer = made("officer", Role.OFFICER, "seoul-gangnam");
        UUID id = officer.account();
        assertThat(tell(Actor.SYSTEM, new HouseCommand.PostAccount(id, Role.OFFICER, officer.unit(), null)))
                .isEqualTo("nothing-changed");
        assertThat(tell(Actor.SYSTEM, new HouseCommand.PostAccount(id, Role.ROOM_OPERATOR, UnitCode.of("busan"), null)))
                .isEqualTo("accepted");
        assertThat(actor("officer").unit()).isEqualTo(UnitCode.of("busan"));
        assertThat(tell(Actor.SYSTEM, new HouseCommand.EnableAccount(id))).isEqualTo("account-is-enabled");
        assertThat(disable(Actor.SYSTEM, "officer")).isEqualTo("accepted");
        assertThat(disable(Actor.SYSTEM, "officer")).isEqualTo("account-is-disabled");
        assertThat(tell(Actor.SYSTEM, new HouseCommand.EnableAccount(UUID.randomUUID()))).isEqualTo("unknown-account");
    }

    @Test
    void endedSessionsStayEnded() {
        Actor officer = made("officer", Role.OFFICER, "seoul-gangnam");
        long since = house.byLogin("officer").orElseThrow().sessionsFrom();
        LoginSession one = new LoginSession(UUID.randomUUID(), officer.account(), since);
        LoginSession other = new LoginSession(UUID.randomUUID(), officer.account(), since);
        assertThat(house.standing(one)).isInstanceOf(Standing.Present.class);
        assertThat(tell(officer, new HouseCommand.EndSession(one.id(), one.account(), "log-out")))
                .isEqualTo("accepted");
        assertThat(tell(officer, new HouseCommand.EndSession(one.id(), one.account(), "log-out")))
                .isEqualTo("already-there");
        assertThat(house.standing(one)).isInstanceOf(Standing.Ended.class);
        assertThat(house.standing(other)).isInstanceOf(Standing.Present.class);
        disable(Actor.SYSTEM, "officer");
        assertThat(house.standing(other)).isInstanceOf(Standing.Disabled.class);
        tell(Actor.SYSTEM, new HouseCommand.EnableAccount(officer.account()));
        assertThat(house.standing(other)).isInstanceOf(Standing.Ended.class);
        House muchLater = house.evolve(new Event.SessionEnded(UUID.randomUUID(), officer.account(), "log-out"), seq + 1,
                NOW.plus(House.LONGEST_SESSION).plusSeconds(1));
        assertThat(muchLater.ended().size()).isEqualTo(1);
    }

    @Test
    void organisationsMustBeTrees() {
        assertThat(adopt(unit("npa", UnitKind.HQ, null))).isEqualTo("accepted");
        assertThat(adopt()).isEqualTo("organisation-malformed");
        assertThat(adopt(unit("npa", UnitKind.HQ, null), unit("npa", UnitKind.HQ, null)))
                .isEqualTo("organisation-malformed");
        assertThat(adopt(unit("npa", UnitKind.HQ, null), unit("gangnam", UnitKind.STATION, "npa")))
                .isEqualTo("organisation-malformed");
        assertThat(adopt(unit("seoul", UnitKind.HQ, null))).isEqualTo("organisation-malformed");
    }

    @Test
    void anElectionsClockRunsAtRateOne() {
        OperationClock fast = new OperationClock(NOW, NOW, 60);
        UUID id = UUID.randomUUID();
        assertThat(tell(Actor.SYSTEM, new HouseCommand.CreateOperation(id, "선거", OperationKind.ELECTION, fast)))
                .isEqualTo("clock-not-of-kind");
        assertThat(tell(Actor.SYSTEM, new HouseCommand.CreateOperation(id, "훈련", OperationKind.DRILL, fast)))
                .isEqualTo("accepted");
        assertThat(tell(Actor.SYSTEM, new HouseCommand.CreateOperation(id, "훈련", OperationKind.DRILL, fast)))
                .isEqualTo("already-there");
        Actor seoul = made("seoul-admin", Role.ADMINISTRATOR, "seoul");
        assertThat(tell(seoul, new HouseCommand.CreateOperation(UUID.randomUUID(), "훈련", OperationKind.DRILL, fast)))
                .isEqualTo("not-permitted");
    }

    @Test
    void whatTheTableSaysOfSeparation() {
        assertThat(Arrays.stream(Action.values()).filter(action -> action.code().startsWith("incident.")))
                .noneMatch(action -> Duties.include(Role.ADMINISTRATOR, action))
                .noneMatch(action -> Duties.include(Role.AUDITOR, action))
                .noneMatch(action -> Duties.include(Role.VIEWER, action));
        assertThat(Arrays.stream(Role.values()).filter(role -> Duties.include(role, Action.CASE_WORK)))
                .containsExactlyInAnyOrder(Role.NATIONAL_COMMANDER, Role.AGENCY_COMMANDER, Role.STATION_COMMANDER,
                        Role.DUTY_OFFICER, Role.INVESTIGATOR);
        assertThat(Arrays.stream(Role.values()).filter(role -> Duties.include(role, Action.CASE_SEE)))
                .containsExactlyInAnyOrder(Role.NATIONAL_COMMANDER, Role.AGENCY_COMMANDER, Role.STATION_COMMANDER,
                        Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.AUDITOR);
        assertThat(Duties.include(Role.ROOM_OPERATOR, Action.CASE_OPEN)).isTrue();
        assertThat(Duties.of(Role.INVESTIGATOR)).contains(Action.INCIDENT_ACKNOWLEDGE, Action.INCIDENT_CLOSE)
                .doesNotContain(Action.INCIDENT_DISPATCH, Action.INCIDENT_TRANSFER, Action.INCIDENT_RESTRICT,
                        Action.INCIDENT_SHARE, Action.SHIFT_HAND_OVER);
        assertThat(Arrays.stream(Role.values()).filter(role -> !Duties.works(role).contains(Handling.SITUATION)))
                .containsExactly(Role.INVESTIGATOR);
        assertThat(Duties.include(Role.ADMINISTRATOR, Action.PICTURE_SEE)).isFalse();
        assertThat(Duties.of(Role.OFFICER)).doesNotContain(Action.INCIDENT_CLOSE, Action.INCIDENT_ENTER_FOR_OTHERS);
        assertThat(Arrays.stream(Role.values()).filter(role -> Duties.include(role, Action.ACCOUNT_MANAGE)))
                .containsExactly(Role.ADMINISTRATOR);
        assertThat(Arrays.stream(Role.values()).filter(role -> Duties.include(role, Action.LEDGER_READ)))
                .containsExactly(Role.AUDITOR);
        assertThat(Arrays.stream(Role.values())).noneMatch(role -> Duties.of(role).isEmpty());
        assertThat(Action.INCIDENT_ENTER_FOR_OTHERS.code()).isEqualTo("incident.enter-for-others");
    }

    private String adopt(PlacedUnit... units) {
        return tell(Actor.SYSTEM, new HouseCommand.AdoptOrganisation(List.of(units)));
    }

    private static PlacedUnit unit(String code, UnitKind kind, @Nullable String parent) {
        return new PlacedUnit(UnitCode.of(code), kind, parent == null ? null : UnitCode.of(parent), code, code, code);
    }
}
