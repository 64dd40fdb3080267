package kr.haetae.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kr.haetae.event.Clearance;
import kr.haetae.event.Cursor;
import kr.haetae.event.UnitCode;
import kr.haetae.force.Deployment;
import kr.haetae.force.Duty;
import kr.haetae.force.Presence;
import kr.haetae.force.Present;
import kr.haetae.incident.Incident;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PictureTest {
    @Provide
    Arbitrary<List<Stories.Step>> steps() {
        return Stories.steps(60);
    }

    @Provide
    Arbitrary<List<Stories.Step>> circles() {
        return Stories.ofIncidents(60);
    }

    @Provide
    Arbitrary<UnitCode> scopes() {
        return Arbitraries.of(Story.UNITS);
    }

    @Property(tries = 300)
    void snapshotAndChangesAreAFreshSnapshot(
            @ForAll("steps") List<Stories.Step> steps, @ForAll("scopes") UnitCode scope, @ForAll int where,
            @ForAll Set<Clearance> clearances) {
        Story story = Stories.told(steps);
        View view = new View(scope, clearances);
        Picture then = story.at(Math.floorMod(where, story.length() + 1));

        Copy copy = Copy.of(then.snapshot(view));
        copy.apply(story.now().since(then.cursor(), view));

        String fresh = Copy.of(story.now().snapshot(view)).canonical();
        assertThat(copy.canonical()).isEqualTo(fresh);
        assertThat(Copy.of(story.now().snapshot(view, then.snapshot(view))).canonical()).isEqualTo(fresh);
    }

    @Property(tries = 100)
    void everyStepByItselfLeadsToTheSamePlace(
            @ForAll("steps") List<Stories.Step> steps, @ForAll("scopes") UnitCode scope,
            @ForAll Set<Clearance> clearances) {
        Story story = Stories.told(steps);
        View view = new View(scope, clearances);

        Copy copy = Copy.of(story.at(0).snapshot(view));
        for (int seq = 1; seq <= story.length(); seq++) {
            copy.apply(story.at(seq).since(story.at(seq - 1).cursor(), view));
        }

        assertThat(copy.canonical()).isEqualTo(Copy.of(story.now().snapshot(view)).canonical());
    }

    @Property(tries = 200)
    void talliesAreARecountFromScratch(@ForAll("steps") List<Stories.Step> steps, @ForAll("scopes") UnitCode unit,
            @ForAll Clearance clearance) {
        Picture picture = Stories.told(steps).now();

        var counted = new TreeMap<String, Long>();
        var waiting = new TreeMap<java.time.Instant, Integer>();
        for (var kind : picture.store().kinds().values()) {
            for (Held held : kind.values()) {
                if (!(held.entity() instanceof Tally) && held.entity().audience().clearance() == clearance
                        && picture.tree().covers(unit, held.entity().audience().unit())) {
                    Contribution contribution = held.entity().contribution();
                    contribution.figures().forEach((figure, amount) -> counted.merge(figure, amount, Long::sum));
                    Optional.ofNullable(contribution.unacknowledgedSince())
                            .ifPresent(at -> waiting.merge(at, 1, Integer::sum));
                }
            }
        }

        Optional<Tally> tally = picture.find(Tally.key(unit, clearance), Tally.class);
        assertThat(tally.map(t -> new TreeMap<>(t.figures())).orElseGet(TreeMap::new)).isEqualTo(counted);
        assertThat(tally.map(t -> new TreeMap<>(t.waiting().toJavaMap())).orElseGet(TreeMap::new)).isEqualTo(waiting);
    }

    /** Of what is restricted, whoever is not cleared holds neither the incident nor anything that names it. */
    @Property(tries = 300)
    void nobodyLearnsOfWhatHeIsNotClearedFor(@ForAll("circles") List<Stories.Step> steps,
            @ForAll("scopes") UnitCode scope, @ForAll boolean protection, @ForAll boolean restricted) {
        Picture picture = Stories.sensible(steps).now();

        String held = Copy.of(picture.snapshot(new View(scope, clearances(protection, restricted)))).canonical();

        all(picture, Incident.KIND, Incident.class)
                .filter(it -> !clearances(protection, restricted).contains(it.clearance()))
                .forEach(it -> assertThat(held).doesNotContain(it.incident().toString()));
    }

    @Property(tries = 200)
    void whatWaitsForTimeIsFoundAsByLookingAtEverything(@ForAll("steps") List<Stories.Step> steps,
            @ForAll int where) {
        Story story = Stories.told(steps);
        List<java.time.Instant> moments = story.now().store().kinds().values().flatMap(kind -> kind.values())
                .flatMap(held -> io.vavr.control.Option.of(held.entity().timedFrom())).distinct()
                .append(java.time.Instant.MAX).toJavaList();
        java.time.Instant now = moments.get(Math.floorMod(where, moments.size()));

        story.now().store().kinds().forEach((kind, entities) -> assertThat(story.now().timedUntil(kind, now))
                .isSortedAccordingTo(Comparator.comparing(held -> held.entity().timedFrom()))
                .containsExactlyInAnyOrderElementsOf(entities.values()
                        .filter(held -> held.entity().timedFrom() != null
                                && !held.entity().timedFrom().isAfter(now))));
    }

    @Property(tries = 300)
    void nobodyIsAtTwoPostsAndBodiesOnPostAreWhoIsThere(@ForAll("steps") List<Stories.Step> steps) {
        Picture picture = Stories.told(steps).now();

        List<Present> present = all(picture, Duty.KIND, Duty.class).flatMap(duty -> duty.present().stream()).toList();
        assertThat(present).extracting(Present::person).doesNotHaveDuplicates();
        assertThat(all(picture, Presence.KIND, Presence.class).map(Presence::person))
                .containsExactlyInAnyOrderElementsOf(
                        present.stream().map(Present::person).toList());
        long unplanned = present.stream().filter(Present::unplanned).count();
        long byDeployment = all(picture, Deployment.KIND, Deployment.class)
                .mapToLong(it -> it.attendance().present()).sum();
        Optional<Tally> tally = picture.find(Tally.key(Story.HQ, Clearance.GENERAL), Tally.class);
        assertThat(tally.map(it -> it.figure("people.onPost")).orElse(0L)).isEqualTo(unplanned + byDeployment);
        all(picture, Deployment.KIND, Deployment.class).forEach(it -> assertThat(it.attendance().checkedIn()).isEqualTo(
                (int) present.stream().filter(one -> it.deployment().equals(one.deployment())).count()));
    }

    @Test
    void whatLeavesAnAudienceIsDroppedThereAndNowhereElse() {
        Story story = new Story("a");
        story.report(1, Story.GANGNAM, 2);
        Cursor held = story.now().cursor();
        story.transfer(1, Story.JONGNO);
        Key key = Incident.key(story.incident(1));

        assertThat(story.now().since(held, view(Story.GANGNAM)).drop()).containsExactly(key);
        assertThat(puts(story.now().since(held, view(Story.JONGNO)))).contains(key);
        assertThat(puts(story.now().since(held, view(Story.SEOUL)))).contains(key);
        assertThat(story.now().since(held, view(Story.SEOUL)).drop()).isEmpty();
        assertThat(story.now().since(held, view(Story.HAEUNDAE)).silent()).isTrue();
    }

    @Test
    void whatCameAndWentBetweenTwoCursorsIsNotMentioned() {
        Story story = new Story("a");
        Cursor held = story.now().cursor();
        story.report(1, Story.GANGNAM, 2);
        story.transfer(1, Story.JONGNO);

        assertThat(story.now().since(held, view(Story.GANGNAM)).drop()).isEmpty();
        assertThat(puts(story.now().since(held, view(Story.GANGNAM)))).doesNotContain(Incident.key(story.incident(1)));
    }

    @Test
    void aCursorOfAnotherChainIsAnsweredWithAReset() {
        Story ours = new Story("a");
        Story restored = new Story("b");
        ours.report(1, Story.GANGNAM, 2);
        restored.report(2, Story.GANGNAM, 3);

        Difference answer = restored.now().since(ours.now().cursor(), view(Story.HQ));

        assertThat(answer.reset()).isTrue();
        assertThat(puts(answer)).contains(Incident.key(restored.incident(2)))
                .doesNotContain(Incident.key(restored.incident(1)));
    }

    @Test
    void aCursorAheadOfThePictureIsAnsweredWithAReset() {
        Story story = new Story("a");
        story.report(1, Story.GANGNAM, 2);

        assertThat(story.at(1).since(story.now().cursor(), view(Story.HQ)).reset()).isTrue();
    }

    @Test
    void aCursorOlderThanTheMemoryIsAnsweredWithAReset() {
        Story story = new Story("a");
        Cursor old = story.now().cursor();
        story.report(1, Story.GANGNAM, 2);
        Cursor kept = story.now().cursor();
        for (int i = 0; i < ChangeLog.ENTRIES; i++) {
            story.acknowledge(1);
        }

        assertThat(story.now().since(old, view(Story.HQ)).reset()).isTrue();
        assertThat(story.now().since(kept, view(Story.HQ)).reset()).isFalse();
    }

    @Test
    void aStationSeesItselfItsSuperiorsAndNothingOfItsNeighbour() {
        Story story = new Story("a");
        story.report(1, Story.GANGNAM, 2);
        story.report(2, Story.JONGNO, 2);
        Copy gangnam = Copy.of(story.now().snapshot(view(Story.GANGNAM)));

        assertThat(gangnam.holds(Incident.key(story.incident(1)))).isTrue();
        assertThat(gangnam.holds(Incident.key(story.incident(2)))).isFalse();
        assertThat(gangnam.holds(new Key("unit", "seoul"))).isTrue();
        assertThat(gangnam.holds(new Key("unit", "npa"))).isTrue();
        assertThat(gangnam.holds(new Key("unit", "seoul-jongno"))).isFalse();
        assertThat(gangnam.holds(new Key("tally", "seoul"))).isFalse();
    }

    private static <E extends Entity> Stream<E> all(Picture picture, String kind, Class<E> type) {
        return StreamSupport.stream(picture.all(kind).spliterator(), false).map(held -> type.cast(held.entity()));
    }

    private static Set<Clearance> clearances(boolean protection, boolean restricted) {
        Set<Clearance> clearances = EnumSet.of(Clearance.GENERAL);
        if (protection) {
            clearances.add(Clearance.PROTECTION);
        }
        if (restricted) {
            clearances.add(Clearance.RESTRICTED);
        }
        return clearances;
    }

    private static View view(UnitCode scope) {
        return new View(scope, Set.of(Clearance.GENERAL));
    }

    private static List<Key> puts(Difference difference) {
        return StreamSupport.stream(difference.put().spliterator(), false).map(held -> held.entity().key()).toList();
    }
}
