package kr.haetae.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import kr.haetae.event.Clearance;
import kr.haetae.event.Entry;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.Incident;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final Set<Clearance> EVERYTHING = Set.of(Clearance.values());
    private static final Set<Clearance> PLAIN = Set.of(Clearance.GENERAL);

    @Provide
    Arbitrary<List<Stories.Step>> steps() {
        return Stories.steps(60);
    }

    @Property(tries = 150)
    void whatItTellsOfABucketIsWhatTheTallySaidWhenThatEnded(@ForAll("steps") List<Stories.Step> steps,
            @ForAll int cleared) {
        List<Picture> told = paced(Stories.told(steps));
        Picture now = told.getLast();
        Set<Clearance> clearances = cleared % 2 == 0 ? EVERYTHING : PLAIN;
        List<String> figures = figures(now);
        long from = Course.bucket(Story.START) - 2;
        int buckets = (int) (Course.bucket(now.at()) - from) + 1;

        for (UnitCode unit : Story.UNITS) {
            View view = new View(unit, clearances);
            Map<String, long[]> course = Series.of(now, view, figures, from, buckets).figures();
            for (int bucket = 0; bucket < buckets; bucket++) {
                Picture then = lastOf(told, from + bucket);
                for (String figure : figures) {
                    assertThat(Objects.requireNonNull(course.get(figure))[bucket])
                            .as("%s of %s in %s", figure, unit, bucket)
                            .isEqualTo(counted(then, view, figure));
                }
            }
        }
    }

    @Property(tries = 80)
    void aSnapshotKeepsItWhereverItIsTaken(@ForAll("steps") List<Stories.Step> steps, @ForAll int where) {
        Story story = Stories.told(steps);
        List<Picture> told = paced(story);
        int seq = Math.floorMod(where, told.size());
        List<byte[]> parts = PictureParts.of(told.get(seq));
        PictureAssembly assembly = new PictureAssembly();
        IntStream.range(0, parts.size()).forEach(part -> assembly.part(part, parts.get(part)));
        Picture read = assembly.whole(told.get(seq).cursor());
        assertThat(read.course()).isEqualTo(told.get(seq).course());

        for (int next = seq + 1; next < told.size(); next++) {
            read = read.evolve(slowed(story, next), Story.CAPABILITIES);
        }

        assertThat(read.course()).isEqualTo(told.getLast().course()).hasSameHashCodeAs(told.getLast().course());
        assertThat(Comparison.difference(read, told.getLast())).isEmpty();
    }

    @Test
    void aCourseCountsForThoseWhoAreCleared() {
        Story story = new Story("a");
        story.report(1, Story.GANGNAM, 2);
        story.report(2, Story.GANGNAM, 2, Clearance.RESTRICTED);
        Picture now = paced(story).getLast();
        long bucket = Course.bucket(now.at());

        assertThat(latest(now, PLAIN, bucket)).isEqualTo(1);
        assertThat(latest(now, EVERYTHING, bucket)).isEqualTo(2);
    }

    @Test
    void kindsAreToldByTheCourseAndNotByTheTally() {
        Story story = new Story("a");
        story.report(1, Story.GANGNAM, 2);
        Incident incident = story.now().find(Incident.key(story.incident(1)), Incident.class).orElseThrow();
        String kind = "incidents.kind." + incident.incidentKind();
        Tally tally = story.now().find(Tally.key(Story.HQ, Clearance.GENERAL), Tally.class).orElseThrow();

        assertThat(tally.figures()).doesNotContainKey(kind);
        assertThat(tally.figure(kind)).isEqualTo(1);
        assertThat(Series.of(story.now(), new View(Story.HQ, PLAIN), List.of(kind),
                Course.bucket(story.now().at()), 1).figures().get(kind)).containsExactly(1);
    }

    @Test
    void aPointTakesSomeTwentyBytes() {
        Story story = new Story("a");
        for (int number = 0; number < 3_000; number++) {
            story.report(number, Story.GANGNAM, number % 5);
        }
        Picture now = paced(story).getLast();
        CourseLine.Row row = StreamSupport.stream(now.course().rows().spliterator(), false)
                .filter(line -> line.kind().equals("tally") && line.id().equals("npa")).findFirst().orElseThrow();

        long points = row.through() - now.course().first() + 1;
        assertThat(points).isGreaterThan(500);
        assertThat(row.points().length / points).isLessThan(40);
    }

    private static long latest(Picture picture, Set<Clearance> clearances, long bucket) {
        return Objects.requireNonNull(Series.of(picture, new View(Story.HQ, clearances), List.of("incidents.total"),
                bucket, 1).figures().get("incidents.total"))[0];
    }

    /** The story told anew so that some three entries fall into a bucket, and now and then an hour passes. */
    private static List<Picture> paced(Story story) {
        List<Picture> told = new ArrayList<>(List.of(story.at(0)));
        for (int seq = 1; seq <= story.length(); seq++) {
            told.add(told.getLast().evolve(slowed(story, seq), Story.CAPABILITIES));
        }
        return told;
    }

    private static Entry slowed(Story story, int seq) {
        Entry entry = story.entry(seq);
        Instant at = Story.START.plus(Duration.ofSeconds(190L * seq + 3_600L * (seq / 7)));
        return new Entry(entry.ledger(), entry.seq(), at, entry.realAt(), entry.command(),
                entry.part(), entry.account(), entry.unit(), entry.event(), entry.hash());
    }

    private static Picture lastOf(List<Picture> told, long bucket) {
        Picture last = told.getFirst();
        for (Picture picture : told) {
            if (Course.bucket(picture.at()) <= bucket) {
                last = picture;
            }
        }
        return last;
    }

    private static long counted(Picture picture, View view, String figure) {
        return view.clearances().stream()
                .mapToLong(clearance -> picture.find(Tally.key(view.scope(), clearance), Tally.class)
                        .map(tally -> tally.figure(figure)).orElse(0L))
                .sum();
    }

    private static List<String> figures(Picture picture) {
        Set<String> names = new TreeSet<>(List.of("incidents.total", "never.counted"));
        picture.course().names().forEach(names::add);
        return List.copyOf(names);
    }
}
