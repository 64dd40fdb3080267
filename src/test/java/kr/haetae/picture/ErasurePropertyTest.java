package kr.haetae.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.haetae.attachment.Attachment;
import kr.haetae.attachment.AttachmentList;
import kr.haetae.crime.Case;
import kr.haetae.event.AttachmentEvent;
import kr.haetae.event.Author;
import kr.haetae.event.CaseEvent;
import kr.haetae.event.CaseOrigin;
import kr.haetae.event.CasePersons;
import kr.haetae.event.Clearance;
import kr.haetae.event.CountingEvent;
import kr.haetae.event.CrimeKind;
import kr.haetae.event.Cursor;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.Decision;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Event;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.ForceKind;
import kr.haetae.event.HandoverEvent;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.LevelEvent;
import kr.haetae.event.LevelState;
import kr.haetae.event.NamedId;
import kr.haetae.event.PostKind;
import kr.haetae.event.Redaction;
import kr.haetae.event.ReserveState;
import kr.haetae.event.StorageEvent;
import kr.haetae.event.StorageGapFound;
import kr.haetae.event.StorageGapKind;
import kr.haetae.event.StorageVisitor;
import kr.haetae.event.VisitAsker;
import kr.haetae.event.VisitEvent;
import kr.haetae.incident.Incident;
import kr.haetae.incident.UpwardReports;
import kr.haetae.level.Level;
import kr.haetae.post.Visit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A picture from which words were erased while it was live is the one that a replay without them makes. */
class ErasurePropertyTest {
    private static final Author ROOM = new Author(new UUID(6, 1), "상황실", Story.GANGNAM, null,
            Set.of(Clearance.values()));

    /** What happens next; {@code which}: to one of a few things; {@code any}: picks an earlier entry. */
    record Step(int what, int which, int any) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.integers().between(0, 50), Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, 1_000)).as(Step::new).list().ofMaxSize(80);
    }

    @Property(tries = 300)
    void theLivePictureIsTheReplay(@ForAll("steps") List<Step> steps) {
        Story story = new Story("a");
        steps.forEach(step -> take(story, step));

        Picture replayed = replay(story);

        assertThat(Comparison.difference(replayed, story.now())).isEmpty();
        for (var unit : Story.UNITS) {
            View view = new View(unit, Set.of(Clearance.GENERAL));
            assertThat(Copy.of(replayed.snapshot(view)).canonical())
                    .isEqualTo(Copy.of(story.now().snapshot(view)).canonical());
        }
    }

    /** Every text but the reason of a level is one of its own, so that the picture can be searched for it. */
    @Property(tries = 300)
    void noErasedWordStandsInThePicture(@ForAll("steps") List<Step> steps) {
        Story story = new Story("a");
        steps.forEach(step -> take(story, step));

        String picture = text(story.now());
        for (int seq = 1; seq <= story.length(); seq++) {
            if (story.entry(seq).event() instanceof ErasureEvent.EntryErased erased) {
                Redaction.of(story.entry((int) erased.seq()).event()).ifPresent(
                        gone -> gone.words().stream().filter(word -> !word.equals(Story.NAME))
                                .forEach(word -> assertThat(picture).doesNotContain(word)));
            }
        }
    }

    @Test
    void whoCatchesUpFromBeforeTheErasureNeverGetsTheWords() {
        Story story = new Story("a");
        story.report(1, Story.GANGNAM, 2);
        Cursor before = story.at(story.length() - 1).cursor();
        Cursor after = story.now().cursor();
        story.erase(story.length() - 1);
        View view = new View(Story.HQ, Set.of(Clearance.GENERAL));

        for (Cursor cursor : List.of(before, after)) {
            Difference difference = story.now().since(cursor, view);
            assertThat(difference.reset()).isFalse();
            assertThat(Copy.of(difference).canonical()).contains(Redaction.ERASED).doesNotContain("소란 1");
        }
    }

    @Test
    void whatIsLeftIsLeftAgain() {
        Story story = new Story("a");
        for (int i = 0; i < 400; i++) {
            take(story, new Step(i % 26, (i / 26) % 4, i));
        }
        for (int seq = 1; seq <= story.length(); seq++) {
            Event event = story.entry(seq).event();
            Redaction.of(event).ifPresent(redaction -> {
                assertThat(redaction.left()).hasSameClassAs(event);
                Redaction.of(redaction.left())
                        .ifPresent(again -> assertThat(again.left()).isEqualTo(redaction.left()));
                assertThat(redaction.words()).isNotEmpty().doesNotContainNull();
            });
        }
    }

    private static void take(Story story, Step step) {
        var unit = Story.STATIONS.get(step.which());
        var incident = story.incident(step.which());
        String word = "말" + story.length() + "끝";
        boolean reported = story.now().held(Incident.key(incident)).isPresent();
        switch (step.what()) {
            case 0, 1 -> {
                if (!reported) {
                    story.report(step.which(), unit, step.any() % 5);
                }
            }
            case 2 -> story.tell(new Event.IncidentCommented(incident, word, Story.SOMEBODY));
            case 3 -> story.tell(new Event.IncidentDispatched(incident, word, Story.SOMEBODY));
            case 4 -> story.tell(new IncidentEvent.ClosureRequested(incident, IncidentOutcome.WARNED, word,
                    Story.SOMEBODY));
            case 5 -> story.tell(new IncidentEvent.ClosureReturned(incident, word, Story.SOMEBODY));
            case 6 -> story.tell(new IncidentEvent.IncidentReopened(incident, word, Story.SOMEBODY));
            case 7 -> story.tell(new Event.IncidentTransferred(incident, unit, word, Story.SOMEBODY));
            case 8 -> story.close(step.which());
            case 9 -> story.place(step.which(), unit);
            case 10 -> level(story, step.which(), word, false);
            case 11 -> level(story, step.which(), word, true);
            case 12 -> story.askToErase(step.any());
            case 13 -> story.tell(new LevelEvent.MusterReported(story.declaration(step.which()), unit, 3, 2, word,
                    Story.SOMEBODY));
            case 14 -> reserve(story, step.which(), word);
            case 15 -> story.tell(new ForceEvent.ReserveMoved(story.declaration(step.which()), ReserveState.MOVING,
                    Story.START, word, Story.SOMEBODY));
            case 16, 17, 18, 19, 20, 21, 22, 23, 24, 25 -> beside(story, step, word);
            case 35, 36, 37, 38, 39, 40, 41, 42 -> DirectiveSteps.words(story, step.what(), step.which(), word);
            case 43, 44, 45, 46 -> sites(story, step, word);
            case 47, 48, 49, 50 -> transport(story, step, word);
            default -> eraseOnce(story, step.any());
        }
    }

    private static void transport(Story story, Step step, String word) {
        UUID route = TransportSteps.route(step.which());
        switch (step.what()) {
            case 47 -> story.tell(new CustodyEvent.RouteChanged(
                    TransportSteps.plan(step.which(), Story.GANGNAM, Story.SAHA), word, Story.SOMEBODY));
            case 48 -> story.tell(new CustodyEvent.TransportStopped(route, word, Story.START, List.of(),
                    Story.SOMEBODY));
            case 49 -> story.tell(new CustodyEvent.TransportResumed(route, Story.START,
                    TransportSteps.found(story.length()), Story.SOMEBODY));
            default -> story.tell(new CustodyEvent.DiscrepancyExplained(
                    TransportSteps.discrepancy(step.any() % story.length()), route, word, Story.SOMEBODY));
        }
    }

    /** Of storages and counting centres. */
    private static void sites(Story story, Step step, String word) {
        UUID storage = SiteSteps.storage(step.which());
        UUID centre = SiteSteps.centre(step.which());
        UUID gap = NamedId.of(storage, "gap");
        switch (step.what()) {
            case 43 -> SiteSteps.place(story, step.any() % 2 == 0 ? storage : centre,
                    step.any() % 2 == 0 ? PostKind.BALLOT_STORAGE : PostKind.COUNTING_CENTRE,
                    Story.STATIONS.get(step.which()));
            case 44 -> story.tell(new CountingEvent.CountingCommanderNamed(centre, Story.SOMEBODY, word,
                    Story.SOMEBODY));
            case 45 -> story.tell(new StorageEvent.AccessEntered(NamedId.of(storage, word), storage, Story.GANGNAM,
                    StorageVisitor.OTHER, 1, word, Story.START, Story.SOMEBODY));
            default -> {
                if (story.now().held(new Key("storage-gap", gap.toString())).isEmpty()) {
                    story.tell(new StorageEvent.StorageGapsFound(Story.GANGNAM, List.of(new StorageGapFound(gap,
                            storage, StorageGapKind.ROUND_MISSED, null, Story.START))));
                    story.tell(new StorageEvent.StorageGapExplained(gap, storage, word, Story.SOMEBODY));
                }
            }
        }
    }

    /** Of what lies beside incidents: files, cases, visits, reports upwards, hand-overs. */
    private static void beside(Story story, Step step, String word) {
        UUID crime = CaseSteps.caseId(step.which());
        UUID visit = CaseSteps.visit(step.which());
        String subject = "incident/" + story.incident(step.which());
        boolean open = story.now().held(Case.key(crime)).isPresent();
        boolean inside = story.now().held(Visit.key(visit)).isPresent();
        switch (step.what()) {
            case 16 -> story.tell(new AttachmentEvent.AttachmentAdded(NamedId.of(Story.OPERATION, word), subject,
                    "%064d".formatted(story.length()), 1_000, "image/jpeg", word, 640, 480, null, null, null,
                    Story.SOMEBODY));
            case 17 -> files(story, step.which()).ifPresent(it -> story.tell(
                    new AttachmentEvent.AttachmentWithdrawn(it.attachment(), subject, word, Story.SOMEBODY)));
            case 18 -> {
                if (!open) {
                    story.tell(new CaseEvent.CaseOpened(crime, "사건-" + step.which(), Story.GANGNAM, CrimeKind.BRIBERY,
                            CaseOrigin.REPORT, null, CaseSteps.ELECTION_DAY, null, word, new CasePersons(1, 0, 0),
                            Story.SOMEBODY));
                }
            }
            case 19 -> story.tell(new CaseEvent.CaseCorrected(crime, null, CaseOrigin.INTELLIGENCE, null, null,
                    step.any() % 2 == 0 ? word : null, word, Story.SOMEBODY));
            case 20 -> story.tell(new CaseEvent.CaseNoted(crime, word, Story.SOMEBODY));
            case 21 -> {
                if (!inside) {
                    story.tell(new VisitEvent.VisitRecorded(visit, NamedId.of(Story.OPERATION, "post"), Story.GANGNAM,
                            VisitAsker.POLL_MANAGER, Story.START, Story.START, 2, true, word, null, Story.SOMEBODY));
                }
            }
            case 22 -> story.tell(new VisitEvent.VisitCorrected(visit, null, null, null, null, 3, null, word,
                    Story.SOMEBODY));
            case 23 -> {
                if (UpwardReports.send(story.now(), ROOM, new UpwardReports.Send(NamedId.of(Story.OPERATION, word),
                        story.incident(step.which()), Story.SEOUL, word, false)) instanceof Decision.Accepted sent) {
                    sent.events().forEach(story::tell);
                }
            }
            case 24 -> story.tell(new HandoverEvent.HandoverOffered(NamedId.of(Story.OPERATION, word), Story.GANGNAM,
                    Clearance.GENERAL, word, List.of(), Story.SOMEBODY));
            default -> story.tell(new IncidentEvent.IncidentShared(story.incident(step.which()), Story.SEOUL, word,
                    Story.SOMEBODY));
        }
    }

    /** One of an incident's files that stands there. */
    private static Optional<Attachment> files(Story story, int which) {
        return story.now().find(AttachmentList.key(story.incident(which).toString()), AttachmentList.class).stream()
                .flatMap(list -> list.files().stream()).filter(it -> it.withdrawn() == null).findFirst();
    }

    /** As decisions let it happen: declared once, ended once. */
    private static void level(Story story, int which, String word, boolean lift) {
        var level = story.now().find(Level.key(story.declaration(which)), Level.class);
        if (level.isEmpty()) {
            story.declare(which, Story.SEOUL, EmergencyLevel.B, LevelState.IN_FORCE);
        } else if (lift && level.get().endedAt() == null) {
            story.tell(new LevelEvent.LevelLifted(story.declaration(which), word, Story.SOMEBODY));
        }
    }

    private static void reserve(Story story, int which, String word) {
        UUID request = story.declaration(which);
        if (story.now().held(new Key("reserve", request.toString())).isEmpty()) {
            story.tell(new ForceEvent.ReserveRequested(request, Story.GANGNAM, 80, ForceKind.MOBILE_UNIT, null, word,
                    Story.SOMEBODY));
        }
    }

    private static void eraseOnce(Story story, int any) {
        long seq = 1L + any % story.length();
        for (int i = 1; i <= story.length(); i++) {
            if (story.entry(i).event() instanceof ErasureEvent.EntryErased erased && erased.seq() == seq) {
                return;
            }
        }
        story.erase(any);
    }

    private static Picture replay(Story story) {
        Map<Long, Event> left = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (int seq = 1; seq <= story.length(); seq++) {
            entries.add(story.entry(seq));
            if (story.entry(seq).event() instanceof ErasureEvent.EntryErased erased) {
                left.put(erased.seq(), erased.redacted());
            }
        }
        Picture picture = story.at(0);
        for (Entry e : entries) {
            Entry read = new Entry(e.ledger(), e.seq(), e.at(), e.realAt(), e.command(), e.part(), e.account(),
                    e.unit(), left.getOrDefault(e.seq(), e.event()), e.hash());
            picture = picture.evolve(read, Story.CAPABILITIES);
        }
        return picture;
    }

    /** All entities with all their components, those too that no screen is sent. */
    private static String text(Picture picture) {
        StringBuilder text = new StringBuilder();
        picture.store().kinds().values().forEach(kind -> kind.values()
                .forEach(held -> text.append(held.entity()).append('\n')));
        return text.toString();
    }
}
