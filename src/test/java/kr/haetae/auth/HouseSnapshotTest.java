package kr.haetae.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.haetae.event.Clearance;
import kr.haetae.event.Cursor;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationKind;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HouseSnapshotTest {
    private static final Instant NOW = Instant.parse("2026-06-03T05:00:00.123456789Z");
    private static final Cursor CURSOR = Cursor.of(7, Hash.of(new byte[]{7}));

    /** What happens to which of a few accounts, sessions or operations, how many days after the last; also what no decision allows. */
    record Step(int what, int which, int other, int days) {
        Event.House event() {
            UUID id = new UUID(what < 6 ? 1 : 2, which);
            UnitCode unit = Installation.UNITS.get(other).code();
            return switch (what) {
                case 0, 1 -> new Event.AccountCreated(id, "login-" + (which + other) % 5, "이름 " + other, Role.OFFICER,
                        unit, other == 0 ? null : new UUID(3, other));
                case 2 -> new Event.AccountPosted(id, Role.ROOM_OPERATOR, unit, other == 1 ? null : new UUID(3, other));
                case 3 -> other == 0 ? new Event.AccountDisabled(id, "left")
                        : new Event.AccountCleared(id, List.of(Clearance.values()).subList(1, 1 + other % 3));
                case 4 -> new Event.AccountEnabled(id);
                case 5 -> other % 2 == 0 ? new Event.PasswordChanged(id) : new Event.CredentialsReset(id);
                case 6, 7, 8 -> new Event.SessionEnded(id, new UUID(1, other), "log-out");
                case 9 -> new Event.OperationCreated(id, "작전 " + other, OperationKind.DRILL,
                        new OperationClock(NOW, NOW.plusSeconds(other), 1 + other));
                case 10 -> new Event.OperationArchived(id);
                case 11 -> switch (days) {
                    case 0 -> new Event.PasskeysRemoved(new UUID(1, which), "lost");
                    case 1, 2 -> new Event.PasskeyRemoved(new UUID(1, which), new UUID(4, other), "removed");
                    default -> new Event.PasskeyAdded(new UUID(1, which), new UUID(4, other));
                };
                default -> new Event.OrganisationAdopted(Installation.UNITS.subList(0, other + 1));
            };
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.integers().between(0, 12), Arbitraries.integers().between(0, 7),
                Arbitraries.integers().between(0, 5), Arbitraries.integers().between(0, 9)).as(Step::new).list()
                .ofMaxSize(80);
    }

    @Property(tries = 500)
    void aHouseReadBackIsTheHouseAndGoesOnAsIt(@ForAll("steps") List<Step> steps, @ForAll int where) {
        int seq = Math.floorMod(where, steps.size() + 1);
        House then = told(House.EMPTY, steps, 0, seq);

        House read = read(then);

        same(read, then);
        same(told(read, steps, seq, steps.size()), told(House.EMPTY, steps, 0, steps.size()));
    }

    @Property(tries = 200)
    void whatIsEqualHasNoDifferenceAndWhatIsNotHasOne(@ForAll("steps") List<Step> steps, @ForAll int where) {
        int seq = Math.floorMod(where, steps.size() + 1);
        House one = told(House.EMPTY, steps, 0, seq);
        House other = told(House.EMPTY, steps, 0, steps.size());

        boolean equal = one.equals(other) && one.units().values().corresponds(other.units().values(), Object::equals);

        assertThat(HouseSnapshot.FORM.difference(one, other).isEmpty()).isEqualTo(equal);
    }

    @Test
    void manyPartsAreReadInAnyOrder() {
        House house = many(20_000);

        List<byte[]> parts = HouseSnapshot.FORM.write(house);

        assertThat(parts).hasSizeGreaterThan(6).allSatisfy(part -> assertThat(part.length).isLessThan(1 << 20));
        same(read(house), house);
    }

    @Test
    void aTornOrAnEmptySnapshotIsRefused() {
        byte[] part = HouseSnapshot.FORM.write(many(10)).getFirst();
        var assembly = HouseSnapshot.FORM.assembly();

        assertThatThrownBy(() -> assembly.part(0, Arrays.copyOf(part, part.length / 2)))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> assembly.whole(CURSOR)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theVersionCoversTheRecordsAndWhatFoldsThem() {
        assertThat(HouseSnapshot.directories()).containsExactly("kr/haetae/auth", "kr/haetae/event",
                "kr/haetae/ledger", "kr/haetae/picture");
        assertThat(HouseSnapshot.FORM.version()).isEqualTo(HouseSnapshot.FORM.version());
        assertThat(new HouseFold().snapshots()).hasValue(HouseSnapshot.FORM);
    }

    private static House many(int accounts) {
        List<Step> steps = new ArrayList<>();
        IntStream.range(0, accounts).forEach(i -> steps.add(new Step(i % 5 == 0 ? 6 : 0, i, i % 6, 0)));
        steps.add(new Step(11, 0, 5, 0));
        House house = told(House.EMPTY, steps, 0, steps.size());
        for (int i = 0; i < accounts; i++) {
            house = house.evolve(new Event.AccountCreated(new UUID(4, i), "officer-" + i, "이름", Role.OFFICER,
                    Installation.UNITS.getLast().code(), null), steps.size() + i, NOW);
        }
        return house;
    }

    private static House told(House from, List<Step> steps, int begin, int end) {
        House house = from;
        int days = steps.subList(0, begin).stream().mapToInt(Step::days).sum();
        for (int i = begin; i < end; i++) {
            days += steps.get(i).days();
            house = house.evolve(steps.get(i).event(), i + 1L, NOW.plus(Duration.ofDays(days)));
        }
        return house;
    }

    private static House read(House house) {
        List<byte[]> parts = HouseSnapshot.FORM.write(house);
        var assembly = HouseSnapshot.FORM.assembly();
        IntStream.range(0, parts.size()).map(i -> parts.size() - 1 - i).parallel()
                .forEach(i -> assembly.part(i, parts.get(i)));
        return assembly.whole(CURSOR);
    }

    private static void same(House read, House told) {
        assertThat(HouseSnapshot.FORM.difference(read, told)).isEmpty();
        assertThat(HouseSnapshot.FORM.difference(told, read)).isEmpty();
        assertThat(read).isEqualTo(told);
        assertThat(read.units().values().toJavaList()).isEqualTo(told.units().values().toJavaList());
    }
}
