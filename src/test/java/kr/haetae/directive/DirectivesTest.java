package kr.haetae.directive;

import static kr.haetae.directive.Ordering.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.DirectiveRoomState;
import kr.haetae.event.DirectiveState;
import kr.haetae.event.DirectiveUrgency;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.PostKind;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Key;
import kr.haetae.picture.Story;
import org.junit.jupiter.api.Test;

class DirectivesTest {
    private final Ordering told = new Ordering();

    @Test
    void headquartersAsksAllAndEachRoomGoesItsWay() {
        told.does(HQ, told.order(1, Story.HQ));

        assertThat(told.directive(1).number()).isEqualTo("본청 지시 1");
        assertThat(told.directive(1).rooms()).isEqualTo(Story.UNITS.size());
        assertThat(Story.UNITS).allSatisfy(unit -> {
            assertThat(told.holds(unit, told.directive(1))).isTrue();
            assertThat(told.room(1, unit).state()).isEqualTo(DirectiveRoomState.UNREAD);
        });

        told.does(GANGNAM, new DirectiveCommand.Read(id(1)));
        told.does(GANGNAM, new DirectiveCommand.Acknowledge(id(1), null));
        told.does(GANGNAM, new DirectiveCommand.Complete(id(1), null, "완료"));

        DirectiveRoom gangnam = told.room(1, Story.GANGNAM);
        assertThat(gangnam.state()).isEqualTo(DirectiveRoomState.DONE);
        assertThat(gangnam.note()).isEqualTo("완료");
        assertThat(told.holds(Story.JONGNO, gangnam)).isFalse();
        assertThat(told.holds(Story.SEOUL, gangnam)).isTrue();
    }

    @Test
    void aStepIsTakenOnceAndByTheRoomOrThoseAboveIt() {
        told.does(SEOUL, told.order(1, Story.SEOUL));

        told.refuses(BUSAN, new DirectiveCommand.Read(id(1)), Reason.UNKNOWN_DIRECTIVE);
        told.refuses(HQ, new DirectiveCommand.Acknowledge(id(1), null), Reason.NOT_ASKED);
        told.refuses(JONGNO, new DirectiveCommand.Acknowledge(id(1), Story.GANGNAM), Reason.OUTSIDE_JURISDICTION);
        told.does(SEOUL, new DirectiveCommand.Acknowledge(id(1), Story.GANGNAM));
        assertThat(told.room(1, Story.GANGNAM).readAt()).isEqualTo(told.now());
        assertThat(told.room(1, Story.GANGNAM).who()).isEqualTo(SEOUL.name());

        told.refuses(GANGNAM, new DirectiveCommand.Acknowledge(id(1), null), Reason.ALREADY_THERE);
        told.refuses(GANGNAM, new DirectiveCommand.Read(id(1)), Reason.ALREADY_THERE);
    }

    @Test
    void onlyOnesOwnSubtreeIsAskedAndOnlyForLater() {
        told.refuses(SEOUL, told.order(1, Story.SEOUL, Story.BUSAN), Reason.OUTSIDE_JURISDICTION);
        told.refuses(SEOUL, told.order(1, new UnitCode("nowhere")), Reason.UNKNOWN_UNIT);
        told.refuses(HQ, told.order(1, DirectiveUrgency.FLASH, told.now(), List.of(), Story.HQ), Reason.DUE_IN_PAST);
        told.refuses(HQ, told.order(1, DirectiveUrgency.FLASH, told.now().plus(Duration.ofDays(61)), List.of(),
                Story.HQ), Reason.SPAN_OUT_OF_RANGE);
        told.story.tell(new OperationEvent.OperationClosed("끝", Story.SOMEBODY));
        told.refuses(HQ, told.order(1, Story.HQ), Reason.OPERATION_NOT_OPEN);
    }

    @Test
    void eachUnitCountsItsOwn() {
        told.does(HQ, told.order(1, Story.SEOUL));
        told.does(HQ, told.order(2, Story.SEOUL));
        told.does(SEOUL, told.order(3, Story.GANGNAM));

        assertThat(told.directive(2).number()).isEqualTo("본청 지시 2");
        assertThat(told.directive(3).number()).isEqualTo("서울청 지시 1");
        assertThat(told.directive(1).asked()).containsExactly(Story.SEOUL, Story.GANGNAM, Story.JONGNO);
    }

    @Test
    void aNewerOneTakesItsPlaceAndAWithdrawnOneLeaves() {
        told.does(HQ, told.order(1, Story.HQ));
        DirectiveCommand.Issue next = new DirectiveCommand.Issue(id(2), new Addressees(List.of(Story.SEOUL), false),
                List.of(), DirectiveUrgency.ROUTINE, "순찰", "줄인다.", null, id(1), null);
        told.refuses(SEOUL, next, Reason.NOT_YOUR_DIRECTIVE);
        told.does(HQ, next);

        assertThat(told.directive(1).state()).isEqualTo(DirectiveState.SUPERSEDED);
        assertThat(told.directive(1).supersededBy()).isEqualTo(id(2));
        assertThat(told.holds(Story.HQ, told.directive(1))).isFalse();
        assertThat(told.holds(Story.GANGNAM, told.room(1, Story.GANGNAM))).isFalse();
        told.refuses(GANGNAM, new DirectiveCommand.Acknowledge(id(1), null), Reason.DIRECTIVE_OVER);
        told.refuses(HQ, new DirectiveCommand.Issue(id(3), new Addressees(List.of(Story.SEOUL), false), List.of(),
                DirectiveUrgency.ROUTINE, "순찰", "다시", null, id(1), null), Reason.DIRECTIVE_OVER);

        told.refuses(SEOUL, new DirectiveCommand.Withdraw(id(2), "종료"), Reason.NOT_YOUR_DIRECTIVE);
        told.does(HQ, new DirectiveCommand.Withdraw(id(2), "종료"));
        assertThat(told.directive(2).state()).isEqualTo(DirectiveState.WITHDRAWN);
        told.refuses(HQ, new DirectiveCommand.Withdraw(id(2), "종료"), Reason.DIRECTIVE_OVER);
    }

    @Test
    void theOfficersAtPostsTakeNoteAndTheirRoomCountsThem() {
        told.story.place(1, Story.GANGNAM);
        told.story.place(2, Story.GANGNAM);
        told.story.place(3, Story.JONGNO);
        DirectiveCommand.Issue order = new DirectiveCommand.Issue(id(1), new Addressees(List.of(Story.SEOUL), false),
                List.of(PostKind.POLLING_PLACE), DirectiveUrgency.FLASH, "출입 통제", "통제한다.", null, null, null);
        assertThat(DirectivePreview.of(told.picture(), told.now(), SEOUL, order)).isEqualTo(
                new DirectivePreview.Answer.Shown(new DirectivePreview(1, 3, told.now().plus(Duration.ofMinutes(3)))));
        told.does(SEOUL, order);
        assertThat(told.holds(Story.GANGNAM, told.directive(1))).isTrue();
        assertThat(told.room(1, Story.SEOUL).posts()).isEqualTo(new DirectiveRoom.Posts(3, 0));

        DirectiveCommand note = new DirectiveCommand.AcknowledgePost(id(1), post(1), false);
        told.does(officer(Story.GANGNAM, post(1)), note);

        told.refuses(officer(Story.GANGNAM, post(1)), note, Reason.ALREADY_THERE);
        told.refuses(officer(Story.GANGNAM, post(2)), note, Reason.NOT_YOUR_POST);
        told.refuses(officer(Story.GANGNAM, post(1)), new DirectiveCommand.AcknowledgePost(id(1), post(3), false),
                Reason.POST_NOT_FOUND);
        assertThat(told.room(1, Story.SEOUL).posts()).isEqualTo(new DirectiveRoom.Posts(3, 1));
        DirectivePosts posts = told.picture().find(new Key(DirectivePosts.KIND, id(1) + ":" + Story.GANGNAM),
                DirectivePosts.class).orElseThrow();
        assertThat(posts.posts()).containsExactly(post(1));
        assertThat(told.holds(Story.GANGNAM, posts)).isTrue();
        assertThat(told.holds(Story.HQ, posts)).isFalse();
        told.refuses(GANGNAM, new DirectiveCommand.Acknowledge(id(1), null), Reason.NOT_ASKED);
    }

    @Test
    void whatIsForRoomsIsNotForPosts() {
        told.story.place(1, Story.GANGNAM);
        told.does(HQ, told.order(1, Story.HQ));
        UUID post = post(1);

        told.refuses(officer(Story.GANGNAM, post), new DirectiveCommand.AcknowledgePost(id(1), post, false),
                Reason.NOT_FOR_POST);
    }

    @Test
    void whoIsNotSatisfiedGivesItBackAlsoOnceItHasLeft() {
        told.does(SEOUL, told.order(1, Story.GANGNAM));
        told.refuses(SEOUL, new DirectiveCommand.Reopen(id(1), Story.GANGNAM, "누락"), Reason.ILLEGAL_TRANSITION);
        told.refuses(SEOUL, new DirectiveCommand.Reopen(id(1), Story.JONGNO, "누락"), Reason.NOT_ASKED);
        told.does(GANGNAM, new DirectiveCommand.Complete(id(1), null, "완료"));
        assertThat(told.directive(1).completedAt()).isEqualTo(told.now());
        told.pass(Duration.ofMinutes(59));
        assertThat(told.timekeeper()).isZero();
        told.pass(Duration.ofMinutes(1));
        assertThat(told.timekeeper()).isOne();
        assertThat(told.directive(1).state()).isEqualTo(DirectiveState.CONCLUDED);
        assertThat(told.holds(Story.GANGNAM, told.room(1, Story.GANGNAM))).isFalse();

        told.refuses(GANGNAM, new DirectiveCommand.Reopen(id(1), Story.GANGNAM, "누락"), Reason.NOT_YOUR_DIRECTIVE);
        told.does(SEOUL, new DirectiveCommand.Reopen(id(1), Story.GANGNAM, "누락"));

        assertThat(told.directive(1).state()).isEqualTo(DirectiveState.OPEN);
        assertThat(told.room(1, Story.GANGNAM).state()).isEqualTo(DirectiveRoomState.ACKNOWLEDGED);
        assertThat(told.room(1, Story.GANGNAM).returned()).isEqualTo("누락");
        assertThat(told.holds(Story.GANGNAM, told.room(1, Story.GANGNAM))).isTrue();
        told.does(GANGNAM, new DirectiveCommand.Complete(id(1), null, null));
        assertThat(told.room(1, Story.GANGNAM).returned()).isNull();
    }
}
