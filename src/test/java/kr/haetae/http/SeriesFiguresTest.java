package kr.haetae.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Stories;
import kr.haetae.picture.Story;
import kr.haetae.picture.Tally;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SeriesFiguresTest {
    @Provide
    Arbitrary<List<Stories.Step>> steps() {
        return Stories.steps(80);
    }

    @Property(tries = 100)
    void whateverATallyCountsCanBeAskedFor(@ForAll("steps") List<Stories.Step> steps) {
        Story story = Stories.told(steps);

        for (Clearance clearance : Clearance.values()) {
            String kind = clearance == Clearance.GENERAL ? "tally"
                    : "tally-" + clearance.name().toLowerCase(Locale.ROOT);
            story.now().all(kind).forEach(held -> {
                Tally tally = (Tally) held.entity();
                assertThat(SeriesFigures.KNOWN)
                        .containsAll(Stream.concat(tally.counts().names().stream(),
                                tally.unsent().names().stream()).toList());
            });
        }
    }
}
