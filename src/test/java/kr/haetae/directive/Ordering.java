package kr.haetae.directive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.Decision;
import kr.haetae.event.DirectiveUrgency;
import kr.haetae.event.NamedId;
import kr.haetae.event.PostKind;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Story;
import kr.haetae.picture.Timed;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;

/** Directives and conferences told by commands, at a time that only goes on. */
final class Ordering {
    static final Author HQ = author(1, Story.HQ);
    static final Author SEOUL = author(2, Story.SEOUL);
    static final Author GANGNAM = author(3, Story.GANGNAM);
    static final Author JONGNO = author(4, Story.JONGNO);
    static final Author BUSAN = author(5, Story.BUSAN);

    final Story story = new Story("a");
    private Instant now = Story.START.plusSeconds(60);

    private static Author author(int number, UnitCode unit) {
        return new Author(new UUID(9, number), "근무자" + number, unit, null);
    }

    static Author officer(UnitCode unit, UUID post) {
        return new Author(new UUID(9, 9), "경찰관", unit, post);
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

    static UUID id(int number) {
        return NamedId.of(Story.OPERATION, "order " + number);
    }

    static UUID post(int number) {
        return NamedId.of(Story.OPERATION, "post" + number);
    }

    DirectiveCommand.Issue order(int number, UnitCode... to) {
        return order(number, DirectiveUrgency.URGENT, null, List.of(), to);
    }

    DirectiveCommand.Issue order(int number, DirectiveUrgency urgency, @Nullable Instant due, List<PostKind> posts,
            UnitCode... to) {
        return new DirectiveCommand.Issue(id(number), new Addressees(List.of(to), true), posts, urgency, "순찰",
                "순찰을 늘린다.", due, null, null);
    }

    Decision decide(Author author, DirectiveCommand command) {
        return Directives.decide(story.now(), now, author, command);
    }

    Decision decide(Author author, ConferenceCommand command) {
        return Conferences.decide(story.now(), now, author, command);
    }

    void does(Author author, DirectiveCommand command) {
        take(decide(author, command));
    }

    void does(Author author, ConferenceCommand command) {
        take(decide(author, command));
    }

    void refuses(Author author, DirectiveCommand command, Reason reason) {
        refused(decide(author, command), reason);
    }

    void refuses(Author author, ConferenceCommand command, Reason reason) {
        refused(decide(author, command), reason);
    }

    private static void refused(Decision decision, Reason reason) {
        assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class,
                refused -> assertThat(refused.reason()).as(refused.detail()).isEqualTo(reason));
    }

    private void take(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        ((Decision.Accepted) decision).events().forEach(event -> story.tell(event, now));
    }

    /** What any node would do now; answers how much it was. */
    int timekeeper() {
        List<Timed.Due> due = new DirectiveSweep().due(story.now(), now);
        due.forEach(one -> take(one.decide().apply(story.now(), now)));
        return due.size();
    }

    Directive directive(int number) {
        return story.now().find(Directive.key(id(number)), Directive.class).orElseThrow();
    }

    DirectiveRoom room(int number, UnitCode unit) {
        return story.now().find(DirectiveRoom.key(id(number), unit), DirectiveRoom.class).orElseThrow();
    }

    /** Whether the unit's own view holds it. */
    boolean holds(UnitCode unit, Entity entity) {
        return story.now().sees(new View(unit, Set.of(Clearance.GENERAL)), entity);
    }
}
