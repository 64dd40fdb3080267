package kr.haetae.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.AttachmentEvent;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.Person;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Difference;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Story;
import kr.haetae.picture.View;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttachmentsTest {
    private static final Author ROOM = new Author(new UUID(5, 5), "상황실", Story.GANGNAM, null);
    private static final AttachmentCommand.File FILE = new AttachmentCommand.File("f".repeat(64), 12, "image/jpeg", 4,
            3, null, null);

    private final Story story = new Story("a");

    @BeforeEach
    void reported() {
        story.report(1, Story.GANGNAM, 2);
        story.report(2, Story.JONGNO, 2);
    }

    @Test
    void aFileIsListedWithWhoSentIt() {
        Decision decision = add(1, new UUID(6, 1));

        Event event = ((Decision.Accepted) decision).events().get(0);
        story.tell(event);

        AttachmentList list = list(1).orElseThrow();
        assertThat(list.subject()).isEqualTo("incident/" + story.incident(1));
        assertThat(list.files()).singleElement().satisfies(file -> {
            assertThat(file.attachment()).isEqualTo(new UUID(6, 1));
            assertThat(file.by()).isEqualTo(ROOM.person());
            assertThat(file.withdrawn()).isNull();
        });
        assertThat(story.now().trace(incident(1))).hasSize(2).last().isEqualTo(story.now().cursor().seq());
    }

    @Test
    void theIncidentItselfIsNotChangedByIt() {
        long before = story.now().held(incident(1)).orElseThrow().seq();

        story.attach(1, 1);

        assertThat(story.now().held(incident(1)).orElseThrow().seq()).isEqualTo(before);
    }

    @Test
    void whatIsRefused() {
        assertThat(refused(add(2, new UUID(6, 1)))).as("another station's").isEqualTo(Reason.UNKNOWN_SUBJECT);
        assertThat(refused(add(9, new UUID(6, 1)))).as("none such").isEqualTo(Reason.UNKNOWN_SUBJECT);
        assertThat(refused(decide(new AttachmentCommand.Add(new UUID(6, 1), new Key("unit", "seoul-gangnam"), FILE,
                null, null, null)))).as("nothing that takes files").isEqualTo(Reason.UNKNOWN_SUBJECT);
        story.tell(((Decision.Accepted) add(1, new UUID(6, 1))).events().get(0));
        assertThat(refused(add(1, new UUID(6, 2)))).as("the same file").isEqualTo(Reason.ALREADY_THERE);
        for (int file = 1; file < Attachments.MOST; file++) {
            story.attach(1, file);
        }
        assertThat(refused(decide(new AttachmentCommand.Add(new UUID(6, 3), incident(1),
                new AttachmentCommand.File("e".repeat(64), 12, "image/jpeg", 4, 3, null, null), null, null, null))))
                .isEqualTo(Reason.TOO_MANY_ATTACHMENTS);
    }

    @Test
    void whatARoomEntersForSomebodyIsHis() {
        Person officer = new Person(new UUID(5, 9), "김경위", Story.GANGNAM);

        Decision decided = decide(new AttachmentCommand.Add(new UUID(6, 1), incident(1), FILE, null, null, officer));

        assertThat(((Decision.Accepted) decided).events()).singleElement()
                .extracting(event -> ((AttachmentEvent.AttachmentAdded) event).by()).isEqualTo(officer);
    }

    @Test
    void filesComeAfterTheDayToo() {
        story.tell(new OperationEvent.OperationClosed("끝", Story.SOMEBODY));
        assertThat(add(1, new UUID(6, 1))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void aWithdrawnFileStaysListedAndIsShownToNobody() {
        story.attach(1, 1);
        UUID file = list(1).orElseThrow().files().get(0).attachment();
        AttachmentCommand withdraw = new AttachmentCommand.Withdraw(file, story.incident(1), "다른 사건");

        story.tell(((Decision.Accepted) decide(withdraw)).events().get(0));

        assertThat(list(1).orElseThrow().shown(file)).isEmpty();
        assertThat(list(1).orElseThrow().files().get(0).withdrawn()).isNotNull();
        assertThat(refused(decide(withdraw))).isEqualTo(Reason.UNKNOWN_ATTACHMENT);
        assertThat(add(1, new UUID(6, 1))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void whatIsOnlySharedTakesFilesAndKeepsThem() {
        story.attach(2, 1);
        story.tell(new IncidentEvent.IncidentShared(story.incident(2), Story.GANGNAM, "공조", Story.SOMEBODY));
        UUID file = list(2).orElseThrow().files().get(0).attachment();

        assertThat(refused(decide(new AttachmentCommand.Withdraw(file, story.incident(2), "중복"))))
                .isEqualTo(Reason.ONLY_SHARED);
        assertThat(add(2, new UUID(6, 1))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void theAudienceIsTheIncidentsFromTheSameEntryOn() {
        story.attach(1, 1);
        Picture before = story.now();
        assertThat(sees(Story.GANGNAM)).isTrue();
        assertThat(sees(Story.JONGNO)).isFalse();
        assertThat(sees(Story.HQ)).isTrue();

        story.transfer(1, Story.JONGNO);

        assertThat(sees(Story.GANGNAM)).isFalse();
        assertThat(sees(Story.JONGNO)).isTrue();
        Difference gangnam = story.now().since(before.cursor(), view(Story.GANGNAM));
        assertThat(gangnam.drop()).contains(AttachmentList.key(story.incident(1).toString()));
        Difference jongno = story.now().since(before.cursor(), view(Story.JONGNO));
        assertThat(jongno.put()).extracting(Held::entity).contains(list(1).orElseThrow());

        story.close(1);

        assertThat(sees(Story.HQ)).as("ended incidents leave the wide views").isFalse();
        assertThat(sees(Story.JONGNO)).isTrue();
    }

    private Decision add(int incident, UUID attachment) {
        return decide(new AttachmentCommand.Add(attachment, incident(incident), FILE, "IMG_0412.jpg", null, null));
    }

    private Decision decide(AttachmentCommand command) {
        return Attachments.decide(story.now(), ROOM, command);
    }

    private static Reason refused(Decision decision) {
        return ((Decision.Refused) decision).reason();
    }

    private boolean sees(UnitCode unit) {
        return story.now().sees(view(unit), list(1).orElseThrow());
    }

    private static View view(UnitCode unit) {
        return new View(unit, Set.of(Clearance.GENERAL));
    }

    private Key incident(int number) {
        return new Key("incident", story.incident(number).toString());
    }

    private Optional<AttachmentList> list(int incident) {
        return story.now().find(AttachmentList.key(story.incident(incident).toString()), AttachmentList.class);
    }
}
