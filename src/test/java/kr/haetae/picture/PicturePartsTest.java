package kr.haetae.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import kr.haetae.event.Clearance;
import kr.haetae.event.Cursor;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.Incident;
import kr.haetae.post.Post;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PicturePartsTest {
    private static final List<Evolution> DROPPING = List.of(
            (draft, entry) -> draft.drop(Incident.key(new Story("a").incident(1))));

    @Provide
    Arbitrary<List<Stories.Step>> steps() {
        return Stories.steps(60);
    }

    @Property(tries = 200)
    void aPictureReadBackIsThePicture(@ForAll("steps") List<Stories.Step> steps, @ForAll int where) {
        Story story = Stories.told(steps);
        int seq = Math.floorMod(where, story.length() + 1);

        Picture read = read(story.at(seq));

        same(read, story.at(seq), story);
        same(story.retold(read, seq), story.now(), story);
    }

    @Test
    void cursorsFromTheSnapshotOnAreAnsweredOlderOnesGetAReset() {
        Story story = new Story("a");
        Cursor older = story.now().cursor();
        story.report(1, Story.GANGNAM, 2);
        Cursor kept = story.now().cursor();
        Picture read = read(story.now());
        story.report(2, Story.GANGNAM, 2);
        Picture now = story.retold(read, 3);

        assertThat(now.since(kept, view(Story.HQ)).reset()).isFalse();
        assertThat(now.since(kept, view(Story.HQ)).put()).hasSize(4);
        assertThat(now.since(older, view(Story.HQ)).reset()).isTrue();
    }

    @Test
    void whatIsGoneKeepsItsTrace() {
        Story story = new Story("a");
        story.report(1, Story.GANGNAM, 2);
        story.acknowledge(1);
        Picture gone = story.now().evolve(story.entry(1), DROPPING);
        Key key = Incident.key(story.incident(1));
        assertThat(gone.held(key)).isEmpty();

        Picture read = read(gone);

        assertThat(read.trace(key)).isEqualTo(List.of(3L, 4L));
        assertThat(read.chronicleBefore("incident", Long.MAX_VALUE)).isEmpty();
        assertThat(Comparison.difference(read, gone)).isEmpty();
    }

    @Test
    void manyPartsAreReadInAnyOrder() {
        Story story = new Story("a");
        for (int number = 0; number < 5_000; number++) {
            story.report(number, Story.STATIONS.get(number % 4), number % 5);
        }
        List<byte[]> parts = PictureParts.of(story.now());
        PictureAssembly assembly = new PictureAssembly();

        IntStream.range(0, parts.size()).map(i -> parts.size() - 1 - i).forEach(i -> assembly.part(i, parts.get(i)));

        assertThat(parts).hasSizeGreaterThan(3).allSatisfy(part -> assertThat(part.length).isLessThan(1 << 20));
        same(assembly.whole(story.now().cursor()), story.now(), story);
    }

    @Test
    void aDifferenceIsNamed() {
        Story one = new Story("a");
        one.report(1, Story.GANGNAM, 2);
        Story other = new Story("a");
        other.report(1, Story.GANGNAM, 3);

        assertThat(Comparison.difference(one.now(), other.now())).hasValueSatisfying(
                what -> assertThat(what).containsAnyOf("incident/", "tally/"));
        assertThat(Comparison.difference(one.now(), one.at(1))).isPresent();
    }

    @Test
    void anotherCursorOrAnotherClassIsRefused() {
        Story story = new Story("a");
        PictureAssembly assembly = new PictureAssembly();
        List<byte[]> parts = PictureParts.of(story.now());
        IntStream.range(0, parts.size()).forEach(i -> assembly.part(i, parts.get(i)));

        assertThatThrownBy(() -> assembly.whole(story.at(0).cursor())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> assembly.part(9, Arrays.copyOf(parts.getFirst(), 20)))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> PictureAssembly.entityClass("java.util.ArrayList"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PictureAssembly.entityClass(Story.class.getName()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(PictureAssembly.entityClass(Post.class.getName())).isEqualTo(Post.class);
    }

    private static Picture read(Picture picture) {
        List<byte[]> parts = PictureParts.of(picture);
        PictureAssembly assembly = new PictureAssembly();
        IntStream.range(0, parts.size()).parallel().forEach(i -> assembly.part(i, parts.get(i)));
        return assembly.whole(picture.cursor());
    }

    private static void same(Picture read, Picture told, Story story) {
        assertThat(Comparison.difference(read, told)).isEmpty();
        assertThat(read.at()).isEqualTo(told.at());
        assertThat(read.clock()).isEqualTo(told.clock());
        for (UnitCode unit : Story.UNITS) {
            assertThat(Copy.of(read.snapshot(view(unit))).canonical())
                    .isEqualTo(Copy.of(told.snapshot(view(unit))).canonical());
            assertThat(read.counter("incident/" + unit)).isEqualTo(told.counter("incident/" + unit));
            assertThat(read.tree().line(unit)).isEqualTo(told.tree().line(unit));
        }
        assertThat(chronicle(read)).isEqualTo(chronicle(told));
        for (int number = 0; number < 10; number++) {
            Key key = Incident.key(story.incident(number));
            assertThat(read.trace(key)).isEqualTo(told.trace(key));
        }
    }

    private static List<Key> chronicle(Picture picture) {
        return StreamSupport.stream(picture.chronicleBefore("incident", Long.MAX_VALUE).spliterator(), false)
                .map(held -> held.entity().key()).toList();
    }

    private static View view(UnitCode scope) {
        return new View(scope, Set.of(Clearance.GENERAL));
    }
}
