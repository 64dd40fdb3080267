package kr.haetae.force;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.ForceKind;
import kr.haetae.event.ForceStrength;
import kr.haetae.event.NamedId;
import kr.haetae.event.Occurrence;
import kr.haetae.event.Person;
import kr.haetae.event.PlannedDeployment;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Key;
import kr.haetae.picture.Story;
import kr.haetae.picture.Tally;
import org.jspecify.annotations.Nullable;

/** A story of people in Gangnam: what is decided is told at once. */
final class Roll {
    static final Instant FIVE = Instant.parse("2026-06-02T20:00:00Z");
    static final Author ROOM = new Author(new UUID(5, 5), "상황실", Story.GANGNAM, null);
    static final Author HQ = new Author(new UUID(5, 1), "본청", Story.HQ, null);

    final Story story = new Story("a");

    Roll() {
        for (int post = 1; post <= 4; post++) {
            story.place(post, post < 4 ? Story.GANGNAM : Story.JONGNO);
        }
    }

    static UUID post(int number) {
        return NamedId.of(Story.OPERATION, "post" + number);
    }

    static Author officer(int number, @Nullable UUID post) {
        return new Author(new UUID(9, number), "경찰관" + number, Story.GANGNAM, post);
    }

    static PlannedDeployment shift(Instant from, int hours, int people, @Nullable UUID force, UUID... posts) {
        PlannedDeployment plan = new PlannedDeployment(new UUID(0, 0), Story.GANGNAM, force, List.of(posts), people,
                from, from.plus(Duration.ofHours(hours)));
        return new PlannedDeployment(ForceId.of(plan), plan.unit(), force, plan.posts(), people, from, plan.until());
    }

    static ForceStrength strength(UnitCode unit, ForceKind kind, String name, int people) {
        return new ForceStrength(ForceId.of(unit, kind, name), unit, kind, name, people, 0, 0, 0);
    }

    UUID plan(PlannedDeployment plan) {
        take(FIVE, ROOM, new ForceCommand.Plan("test", List.of(plan)));
        return plan.deployment();
    }

    /** At a time an officer checks himself in at his own post, or at another. */
    ForceEvent.CheckedIn arrives(Author officer, Instant at, @Nullable UUID post) {
        return (ForceEvent.CheckedIn) take(at, officer, checkIn(at, post, null)).getFirst();
    }

    static ForceCommand.CheckIn checkIn(Instant at, @Nullable UUID post, @Nullable Person who) {
        return new ForceCommand.CheckIn(post, Occurrence.exact(at), null,
                who == null ? null : new ForceCommand.Officer(who, null), null);
    }

    List<Event> take(Instant at, Author author, ForceCommand command) {
        Decision decision = Forces.decide(story.now(), at, author, command);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        List<Event> events = ((Decision.Accepted) decision).events();
        events.forEach(story::tell);
        return events;
    }

    Reason refused(Instant at, Author author, ForceCommand command) {
        return ((Decision.Refused) Forces.decide(story.now(), at, author, command)).reason();
    }

    Deployment deployment(UUID id) {
        return story.now().find(Deployment.key(id), Deployment.class).orElseThrow();
    }

    List<Present> present(int post) {
        return story.now().find(Duty.key(post(post)), Duty.class).map(Duty::present).orElse(List.of());
    }

    long figure(String name) {
        return story.now().find(new Key("tally", Story.HQ.value()), Tally.class).map(it -> it.figure(name)).orElse(0L);
    }
}
