package kr.haetae.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PostKind;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Story;
import org.junit.jupiter.api.Test;

class PostsTest {
    private static final Author HQ = new Author(new UUID(5, 5), "관리자", Story.HQ, null);
    private static final Author GANGNAM = new Author(new UUID(5, 6), "강남", Story.GANGNAM, null);
    private static final UUID ID = new UUID(7, 7);

    private final Story story = new Story("a");

    @Test
    void theSameListAgainChangesNothing() {
        List<PlacedPost> list = List.of(post(Story.GANGNAM, Jurisdiction.MAPPED));
        take(new PostCommand.Place("list", list));

        assertThat(reason(decide(HQ, new PostCommand.Place("list", list)))).isEqualTo(Reason.NOTHING_CHANGED);
    }

    @Test
    void onlyWhatChangedIsWritten() {
        PlacedPost standing = post(Story.GANGNAM, Jurisdiction.MAPPED);
        take(new PostCommand.Place("list", List.of(standing)));
        PlacedPost added = new PlacedPost(new UUID(7, 8), PostKind.COUNTING_CENTRE, "강남구개표소", Story.GANGNAM,
                Jurisdiction.MAPPED, List.of(), "서울", "강남구", null, null, null, null, null);

        Decision.Accepted accepted = (Decision.Accepted) decide(HQ,
                new PostCommand.Place("list", List.of(standing, added)));

        assertThat(((Event.PostsPlaced) accepted.events().getFirst()).posts()).containsExactly(added);
    }

    @Test
    void whatARoomAssignedByHandNoListTakesAway() {
        take(new PostCommand.Place("list", List.of(post(Story.SEOUL, Jurisdiction.AMBIGUOUS))));
        take(new PostCommand.Assign(ID, Story.JONGNO));

        assertThat(reason(decide(HQ,
                new PostCommand.Place("list", List.of(post(Story.GANGNAM, Jurisdiction.MAPPED))))))
                .isEqualTo(Reason.NOTHING_CHANGED);
        assertThat(standing().unit()).isEqualTo(Story.JONGNO);
        assertThat(standing().jurisdiction()).isEqualTo(Jurisdiction.ASSIGNED);
        assertThat(standing().candidates()).isEmpty();
    }

    @Test
    void anAssignmentIsToAStationWithinReach() {
        take(new PostCommand.Place("list", List.of(post(Story.GANGNAM, Jurisdiction.MAPPED))));

        assertThat(reason(decide(HQ, new PostCommand.Assign(ID, Story.SEOUL)))).isEqualTo(Reason.NOT_A_STATION);
        assertThat(reason(decide(HQ, new PostCommand.Assign(ID, Story.GANGNAM)))).isEqualTo(Reason.ALREADY_THERE);
        assertThat(reason(decide(HQ, new PostCommand.Assign(ID, new UnitCode("nowhere")))))
                .isEqualTo(Reason.UNKNOWN_UNIT);
        assertThat(reason(decide(GANGNAM, new PostCommand.Assign(ID, Story.JONGNO))))
                .isEqualTo(Reason.OUTSIDE_JURISDICTION);
        assertThat(reason(decide(HQ, new PostCommand.Assign(new UUID(9, 9), Story.JONGNO))))
                .isEqualTo(Reason.POST_NOT_FOUND);
    }

    @Test
    void aListIsForOnesOwnJurisdiction() {
        assertThat(reason(decide(GANGNAM,
                new PostCommand.Place("list", List.of(post(Story.JONGNO, Jurisdiction.MAPPED))))))
                .isEqualTo(Reason.OUTSIDE_JURISDICTION);
    }

    private Post standing() {
        return story.now().find(Post.key(ID), Post.class).orElseThrow();
    }

    private void take(PostCommand command) {
        ((Decision.Accepted) decide(HQ, command)).events().forEach(story::tell);
    }

    private Decision decide(Author author, PostCommand command) {
        return Posts.decide(story.now(), author, command);
    }

    private static Reason reason(Decision decision) {
        return ((Decision.Refused) decision).reason();
    }

    private static PlacedPost post(UnitCode unit, Jurisdiction jurisdiction) {
        List<UnitCode> candidates = jurisdiction == Jurisdiction.AMBIGUOUS ? List.of(Story.GANGNAM, Story.JONGNO)
                : List.of();
        return new PlacedPost(ID, PostKind.POLLING_PLACE, "역삼1동제1투표소", unit, jurisdiction, candidates, "서울", "강남구",
                "역삼1동", null, null, null, null);
    }
}
