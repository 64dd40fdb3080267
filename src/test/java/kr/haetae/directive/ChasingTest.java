package kr.haetae.directive;

import static kr.haetae.directive.Ordering.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.ChaseRule;
import kr.haetae.event.Decision;
import kr.haetae.event.DirectiveSettings;
import kr.haetae.event.DirectiveUrgency;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Story;
import kr.haetae.picture.Timed;
import org.junit.jupiter.api.Test;

/** Urgent: 15 minutes to acknowledge, then every 10. */
class ChasingTest {
    private final Ordering told = new Ordering();

    @Test
    void whoHasNotAcknowledgedIsToldAgainAndAgain() {
        told.does(SEOUL, told.order(1, Story.GANGNAM, Story.JONGNO));
        told.does(GANGNAM, new DirectiveCommand.Read(id(1)));
        told.does(JONGNO, new DirectiveCommand.Acknowledge(id(1), null));
        told.pass(Duration.ofMinutes(15).minusNanos(1));
        assertThat(told.timekeeper()).isZero();

        told.pass(Duration.ofNanos(1));
        assertThat(told.timekeeper()).isOne();
        assertThat(told.timekeeper()).isZero();

        assertThat(told.room(1, Story.GANGNAM).chased()).isOne();
        assertThat(told.room(1, Story.JONGNO).chased()).isZero();
        told.pass(Duration.ofMinutes(10));
        assertThat(told.timekeeper()).isOne();
        assertThat(told.room(1, Story.GANGNAM).chased()).isEqualTo(2);
        assertThat(chase().step()).isEqualTo(2);
        told.does(GANGNAM, new DirectiveCommand.Acknowledge(id(1), null));
        assertThat(chase().nextAt()).isNull();
        told.pass(Duration.ofDays(1));
        assertThat(told.timekeeper()).isZero();
    }

    @Test
    void whatIsDueIsToldToWhoHasNotDoneIt() {
        Instant due = told.now().plus(Duration.ofHours(2));
        told.does(SEOUL, told.order(1, DirectiveUrgency.URGENT, due, List.of(), Story.GANGNAM, Story.JONGNO));
        told.does(GANGNAM, new DirectiveCommand.Acknowledge(id(1), null));
        told.does(JONGNO, new DirectiveCommand.Complete(id(1), null, null));
        assertThat(chase().nextAt()).isEqualTo(due);
        told.pass(Duration.ofHours(2));

        assertThat(told.timekeeper()).isOne();

        assertThat(told.room(1, Story.GANGNAM).lastChasedAt()).isEqualTo(due);
        assertThat(told.room(1, Story.JONGNO).chased()).isZero();
        told.does(GANGNAM, new DirectiveCommand.Complete(id(1), null, null));
        told.does(SEOUL, new DirectiveCommand.Reopen(id(1), Story.JONGNO, "누락"));
        assertThat(chase().nextAt()).isEqualTo(due.plus(Duration.ofMinutes(10)));
    }

    @Test
    void byHandTheLateOnesOrThoseNamed() {
        told.does(HQ, told.order(1, Story.HQ));
        told.refuses(HQ, new DirectiveCommand.Chase(id(1), null), Reason.NOBODY_LATE);
        told.does(HQ, new DirectiveCommand.Chase(id(1), List.of(Story.SAHA)));
        assertThat(told.room(1, Story.SAHA).chased()).isOne();
        told.pass(Duration.ofMinutes(15));

        told.does(SEOUL, new DirectiveCommand.Chase(id(1), null));

        assertThat(told.room(1, Story.GANGNAM).chased()).isOne();
        assertThat(told.room(1, Story.SAHA).chased()).isOne();
        assertThat(told.room(1, Story.HQ).chased()).isZero();
        told.refuses(SEOUL, new DirectiveCommand.Chase(id(1), List.of(Story.SAHA)), Reason.OUTSIDE_JURISDICTION);
        told.refuses(HQ, new DirectiveCommand.Chase(id(1), List.of(new UnitCode("nowhere"))),
                Reason.NOT_ASKED);
        told.does(GANGNAM, new DirectiveCommand.Complete(id(1), null, null));
        told.refuses(GANGNAM, new DirectiveCommand.Chase(id(1), List.of(Story.GANGNAM)), Reason.NOBODY_LATE);
    }

    /** Two nodes find the same; whoever comes second changes nothing. */
    @Test
    void twoNodesMakeOneEntry() {
        told.does(SEOUL, told.order(1, Story.GANGNAM));
        told.pass(Duration.ofMinutes(15));
        List<Timed.Due> one = new DirectiveSweep().due(told.picture(), told.now());
        List<Timed.Due> other = new DirectiveSweep().due(told.picture(), told.now().plusSeconds(1));
        assertThat(one.getFirst().command()).isEqualTo(other.getFirst().command());
        told.timekeeper();

        assertThat(other.getFirst().decide().apply(told.picture(), told.now())).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void theLimitsAreTheOperations() {
        DirectiveSettings quick = new DirectiveSettings(List.of(new ChaseRule(DirectiveUrgency.ROUTINE, 60, 60),
                new ChaseRule(DirectiveUrgency.URGENT, 2, 1), new ChaseRule(DirectiveUrgency.FLASH, 1, 1)));
        var decision = (Decision.Accepted) DirectiveSettingsEntity.decide(told.picture(), HQ, quick);
        decision.events().forEach(told.story::tell);
        assertThat(DirectiveSettingsEntity.decide(told.picture(), HQ, quick)).isInstanceOf(Decision.Refused.class);

        told.does(SEOUL, told.order(1, Story.GANGNAM));

        assertThat(told.directive(1).acknowledgeBy()).isEqualTo(told.now().plus(Duration.ofMinutes(2)));
        assertThat(chase().repeatMinutes()).isOne();
    }

    private DirectiveChase chase() {
        UUID id = id(1);
        return told.picture().find(DirectiveChase.key(id), DirectiveChase.class).orElseThrow();
    }
}
