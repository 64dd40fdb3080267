package kr.haetae.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.NamedId;
import kr.haetae.event.PlannedLevel;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Story;
import kr.haetae.picture.Tally;
import kr.haetae.picture.Timed;
import org.jspecify.annotations.Nullable;

/** Levels told by commands: each is decided on the picture so far at a time that only goes on, and folded if it is accepted. */
final class Levelling {
    static final Author HQ = author(1, Story.HQ);
    static final Author SECOND_OF_HQ = author(2, Story.HQ);
    static final Author SEOUL = author(3, Story.SEOUL);
    static final Author SECOND_OF_SEOUL = author(4, Story.SEOUL);
    static final Author GANGNAM = author(5, Story.GANGNAM);
    static final Author BUSAN = author(6, Story.BUSAN);

    final Story story = new Story("a");
    private Instant now = Story.START.plusSeconds(60);

    private static Author author(int number, UnitCode unit) {
        return new Author(new UUID(9, number), "지휘관" + number, unit, null);
    }

    Instant now() {
        return now;
    }

    Picture picture() {
        return story.now();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Decision decide(Author author, LevelCommand command) {
        return Levels.decide(story.now(), now, author, command);
    }

    /** It must be accepted. */
    void does(Author author, LevelCommand command) {
        take(decide(author, command));
    }

    void refuses(Author author, LevelCommand command, Reason reason) {
        assertThat(decide(author, command)).isInstanceOfSatisfying(Decision.Refused.class,
                refused -> assertThat(refused.reason()).as(refused.detail()).isEqualTo(reason));
    }

    void take(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        ((Decision.Accepted) decision).events().forEach(event -> story.tell(event, now));
    }

    /** What any node would do now; answers how much it was. */
    int timekeeper() {
        List<Timed.Due> due = new LevelTimes().due(story.now(), now);
        due.forEach(one -> take(one.decide().apply(story.now(), now)));
        return due.size();
    }

    static UUID id(int number) {
        return NamedId.of(Story.OPERATION, "declaration " + number);
    }

    LevelCommand.Declare declare(int number, UnitCode unit, EmergencyLevel level) {
        return new LevelCommand.Declare(id(number), unit, level, null, now.plus(Duration.ofHours(12)), "집회", false);
    }

    LevelCommand.Declare declare(int number, UnitCode unit, EmergencyLevel level, @Nullable Instant from,
            @Nullable Instant until) {
        return new LevelCommand.Declare(id(number), unit, level, from, until, "집회", false);
    }

    PlannedLevel step(int number, UnitCode unit, EmergencyLevel level, Duration from, Duration until) {
        return new PlannedLevel(id(100 + number), unit, level, Story.START.plus(from), Story.START.plus(until), "계획");
    }

    Level level(int number) {
        return level(id(number));
    }

    Level level(UUID declaration) {
        return story.now().find(Level.key(declaration), Level.class).orElseThrow();
    }

    Level ofStep(PlannedLevel step) {
        return level(LevelPlan.declaration(Story.OPERATION, step));
    }

    Muster muster(int number, UnitCode unit) {
        return story.now().find(Muster.key(id(number), unit), Muster.class).orElseThrow();
    }

    long figure(UnitCode unit, String name) {
        return story.now().find(new Key("tally", unit.value()), Tally.class).map(it -> it.figure(name)).orElse(0L);
    }

    EmergencyLevel effective(UnitCode unit) {
        return Levels.effective(story.now(), unit);
    }
}
