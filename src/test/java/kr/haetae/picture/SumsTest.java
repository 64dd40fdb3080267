package kr.haetae.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SumsTest {
    @Provide
    Arbitrary<List<Map<String, Long>>> changes() {
        Arbitrary<String> names = Arbitraries.of("사건", "incidents.open", "incidents.open.code0", "posts", "a", "ㅎ");
        return Arbitraries.maps(names, Arbitraries.longs().between(-2, 2)).ofMaxSize(4).list().ofMaxSize(30);
    }

    /** Whatever comes and goes, in whatever order, what a plain sorted map holds stands there. */
    @Property
    void addsUpAsAMapWould(@ForAll("changes") List<Map<String, Long>> changes) {
        Sums sums = Sums.NONE;
        TreeMap<String, Long> plain = new TreeMap<>();
        for (Map<String, Long> change : changes) {
            Sums before = sums;
            Map<String, Long> held = before.toMap();
            sums = sums.plus(change);
            assertThat(before.toMap()).isEqualTo(held);
            change.forEach((name, amount) -> plain.merge(name, amount, Long::sum));
            plain.values().removeIf(number -> number == 0);

            assertThat(sums.toMap()).containsExactlyEntriesOf(plain);
            assertThat(sums.names()).containsExactlyElementsOf(plain.keySet());
            assertThat(sums).isEqualTo(Sums.of(plain)).hasSameHashCodeAs(Sums.of(plain));
            assertThat(sums.equals(before)).isEqualTo(plain.equals(held));
            assertThat(sums.number("posts")).isEqualTo(plain.getOrDefault("posts", 0L));
            assertThat(sums.number("nobody's")).isZero();
        }
    }
}
