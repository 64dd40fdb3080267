package kr.haetae.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import kr.haetae.event.Author;
import kr.haetae.event.CameraSeen;
import kr.haetae.event.Clearance;
import kr.haetae.event.Decision;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.PostKind;
import kr.haetae.event.Reason;
import kr.haetae.event.StorageGapKind;
import kr.haetae.event.StorageSettings;
import kr.haetae.event.StorageState;
import kr.haetae.event.StorageVisitor;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import kr.haetae.picture.SiteSteps;
import kr.haetae.picture.Stories;
import kr.haetae.picture.Story;
import kr.haetae.picture.Tally;
import kr.haetae.picture.Timed;
import kr.haetae.picture.View;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoragesTest {
    private static final UUID POST = SiteSteps.storage(1);
    private static final UUID CHECK = new UUID(8, 1);
    private static final UUID ACCESS = new UUID(8, 2);
    private static final Author ROOM = new Author(new UUID(6, 1), "상황실", Story.GANGNAM, null);
    private static final Author SYSTEM = new Author(new UUID(6, 2), "CCTV", Story.SEOUL, null);
    private static final List<String> SEALS = List.of("101", "102");

    private final Story story = opened();
    private Instant now = Story.START.plusSeconds(3_600);

    private static Story opened() {
        Story story = new Story("a");
        SiteSteps.place(story, POST, PostKind.BALLOT_STORAGE, Story.GANGNAM);
        return story;
    }

    @Test
    void aStorageIsThereWithItsPostAndGoesWithIt() {
        assertThat(storage().state()).isEqualTo(StorageState.IDLE);
        assertThat(story.now().find(Storage.key(SiteSteps.centre(1)), Storage.class)).isEmpty();
        open();
        accept(new StorageCommand.Enter(ACCESS, POST, StorageVisitor.COMMISSION, 2, "투입", now, true));

        SiteSteps.place(story, POST, PostKind.BALLOT_STORAGE, Story.JONGNO);

        assertThat(storage().unit()).isEqualTo(Story.JONGNO);
        assertThat(story.now().find(StorageAccess.key(ACCESS), StorageAccess.class).orElseThrow().unit())
                .isEqualTo(Story.JONGNO);
        assertThat(figure("storages.watched", Story.GANGNAM.value())).isZero();
        assertThat(figure("storages.boxes", Story.SEOUL.value())).isEqualTo(14);
    }

    @Test
    void aRoundThatIsNotMadeIsAGapUntilItIsMade() {
        open();
        StorageSettings settings = StorageSettings.STANDARD;
        Instant due = now.plus(Duration.ofMinutes(settings.roundMinutes()));
        assertThat(storage().roundDue()).isEqualTo(due);
        assertThat(swept(due.plus(Duration.ofMinutes(settings.lateMinutes())).minusSeconds(1))).isZero();

        assertThat(swept(due.plus(Duration.ofMinutes(settings.lateMinutes())))).isEqualTo(1);
        assertThat(swept(due.plus(Duration.ofMinutes(settings.lateMinutes() + 30L)))).isZero();

        StorageGap gap = gap(StorageGapKind.ROUND_MISSED);
        assertThat(gap.since()).isEqualTo(due);
        assertThat(gap.open()).isTrue();
        assertThat(figure("storages.gaps", Story.HQ.value())).isEqualTo(1);
        assertThat(story.now().sees(new View(Story.HQ, Set.of(Clearance.GENERAL)), gap)).isTrue();
        now = due.plusSeconds(3_000);
        accept(new StorageCommand.Round(POST, null, now, true));
        assertThat(gap(StorageGapKind.ROUND_MISSED).until()).isEqualTo(now);
        assertThat(storage().gaps()).isZero();
        assertThat(storage().roundDue()).isEqualTo(now.plus(Duration.ofMinutes(settings.roundMinutes())));
        assertThat(story.now().sees(new View(Story.HQ, Set.of(Clearance.GENERAL)),
                gap(StorageGapKind.ROUND_MISSED))).isFalse();
    }

    /** An officer in a cellar without a network: his round counts from when he made it. */
    @Test
    void aRoundToldOfLateDoesNotPutTheClockBack() {
        open();
        accept(new StorageCommand.Round(POST, null, now.plusSeconds(120), true));
        now = now.plusSeconds(300);

        accept(new StorageCommand.Round(POST, null, now.minusSeconds(240), true));

        assertThat(storage().lastRound()).isEqualTo(now.minusSeconds(180));
    }

    @Test
    void aSealThatChangedIsWrittenDownAndMustBeExplained() {
        open();

        accept(new StorageCommand.CheckSeals(CHECK, POST, List.of("102", "999"), false, null, now, true));

        assertThat(storage().gaps()).isEqualTo(2);
        assertThat(storage().sealsIntact()).isFalse();
        SealCheck check = story.now().find(SealCheck.key(CHECK), SealCheck.class).orElseThrow();
        assertThat(check.asExpected()).isFalse();
        assertThat(story.now().permits(new View(Story.GANGNAM, Set.of(Clearance.GENERAL)), check)).isTrue();
        StorageGap gap = gap(StorageGapKind.SEAL_CHANGED);
        assertThat(gap.open()).isTrue();
        accept(new StorageCommand.Explain(gap.gap(), "재봉인"));
        assertThat(gap(StorageGapKind.SEAL_CHANGED).open()).isFalse();
        assertThat(storage().gaps()).isEqualTo(1);
        assertThat(reason(ROOM, new StorageCommand.Explain(gap.gap(), "또"))).isEqualTo(Reason.ALREADY_THERE);
        assertThat(reason(new Author(new UUID(6, 9), "해운대", Story.HAEUNDAE, null),
                new StorageCommand.Explain(gap.gap(), "남"))).isEqualTo(Reason.UNKNOWN_GAP);
    }

    @Test
    void aCameraSystemWritesWhatIsNewAndItsSilenceIsOneEntry() {
        open();
        beat(true, true);
        assertThat(storage().cameras()).isEqualTo(new Storage.CameraCount(2, 0, 0));
        int before = story.length();
        now = now.plusSeconds(30);
        assertThat(CameraBeats.tells(story.now(), now, SYSTEM.account(), cameras(true, true))).isFalse();
        assertThat(reason(SYSTEM, new StorageCommand.Beat(cameras(true, true)))).isEqualTo(Reason.NOTHING_CHANGED);
        beat(true, false);
        assertThat(story.length()).isEqualTo(before + 1);
        assertThat(gap(StorageGapKind.CAMERA_DOWN).camera()).isEqualTo("창고");

        Instant lease = system().leaseUntil();
        assertThat(taken(new CameraLeases(), lease.minusSeconds(1))).isZero();
        assertThat(taken(new CameraLeases(), lease)).isEqualTo(1);
        assertThat(taken(new CameraLeases(), lease.plusSeconds(60))).isZero();

        assertThat(storage().cameras()).isEqualTo(new Storage.CameraCount(0, 1, 1));
        assertThat(gap(StorageGapKind.CAMERAS_LOST).since()).isEqualTo(lease);
        assertThat(storage().gaps()).isEqualTo(2);
        now = lease.plusSeconds(90);
        beat(true, true);
        assertThat(storage().gaps()).isZero();
        assertThat(system().lostSince()).isNull();
        assertThat(gap(StorageGapKind.CAMERAS_LOST).until()).isEqualTo(now);
    }

    @Test
    void aCameraThatIsDownWhenTheWatchBeginsIsAGapFromThen() {
        accept(new StorageCommand.ReportCamera(POST, "출입문", false, null, now, true));
        assertThat(storage().gaps()).isZero();

        open();

        assertThat(gap(StorageGapKind.CAMERA_DOWN).since()).isEqualTo(now);
        accept(new StorageCommand.ReportCamera(POST, "출입문", true, null, now.plusSeconds(60), true));
        assertThat(storage().gaps()).isZero();
    }

    @Test
    void whenAllIsTakenOutNothingIsMissedAnyMore() {
        open();
        swept(now.plus(Duration.ofHours(9)));
        assertThat(storage().gaps()).isEqualTo(2);
        now = now.plus(Duration.ofHours(9));

        accept(new StorageCommand.Clear(POST, null, now, true));

        assertThat(storage().gaps()).isZero();
        assertThat(storage().timedFrom()).isNull();
        assertThat(reason(ROOM, new StorageCommand.Round(POST, null, now, true)))
                .isEqualTo(Reason.STORAGE_NOT_WATCHED);
        open();
        assertThat(storage().state()).isEqualTo(StorageState.WATCHED);
    }

    @Test
    void whoWentInIsCountedUntilHeLeft() {
        accept(new StorageCommand.Enter(ACCESS, POST, StorageVisitor.OBSERVER, 3, "참관", now, true));
        assertThat(storage().inside()).isEqualTo(3);
        assertThat(reason(ROOM, new StorageCommand.Leave(ACCESS, now.minusSeconds(1), true)))
                .isEqualTo(Reason.OCCURRED_OUT_OF_ORDER);

        accept(new StorageCommand.Leave(ACCESS, now, true));

        assertThat(storage().inside()).isZero();
        assertThat(reason(ROOM, new StorageCommand.Leave(ACCESS, now, true))).isEqualTo(Reason.ALREADY_THERE);
        assertThat(reason(ROOM, new StorageCommand.Leave(new UUID(8, 9), now, true)))
                .isEqualTo(Reason.UNKNOWN_ACCESS);
    }

    /** Seconds from now. */
    @ParameterizedTest
    @CsvSource({"300, -", "301, OCCURRED_IN_FUTURE", "-2592000, -", "-2592001, OCCURRED_TOO_LONG_AGO"})
    void timesAreBelievable(long seconds, String expected) {
        Decision decision = Storages.decide(story.now(), now, ROOM,
                new StorageCommand.Open(POST, 1, SEALS, 0, null, now.plusSeconds(seconds), true));

        assertThat(decision instanceof Decision.Refused refused ? refused.reason().name() : "-").isEqualTo(expected);
    }

    @Test
    void anOfficerWritesForHisOwnPostAndNobodyOutside() {
        StorageCommand open = new StorageCommand.Open(POST, 1, SEALS, 0, null, now, false);

        assertThat(reason(new Author(new UUID(6, 3), "순경", Story.GANGNAM, new UUID(1, 1)), open))
                .isEqualTo(Reason.NOT_YOUR_POST);
        assertThat(reason(new Author(new UUID(6, 3), "순경", Story.JONGNO, null), open))
                .isEqualTo(Reason.UNKNOWN_STORAGE);
        assertThat(Storages.decide(story.now(), now, new Author(new UUID(6, 3), "순경", Story.GANGNAM, POST), open))
                .isInstanceOf(Decision.Accepted.class);
        story.tell(new OperationEvent.OperationClosed("끝", Story.SOMEBODY));
        assertThat(reason(ROOM, open)).isEqualTo(Reason.OPERATION_NOT_OPEN);
    }

    @Test
    void otherSettingsHoldFromThenOn() {
        open();
        assertThat(StorageSettingsEntity.decide(story.now(), ROOM, new StorageSettings(30, 60, 5, 5)))
                .isInstanceOfSatisfying(Decision.Accepted.class, it -> it.events().forEach(story::tell));

        assertThat(storage().roundDue()).isEqualTo(now.plus(Duration.ofMinutes(30)));
        assertThat(swept(now.plus(Duration.ofMinutes(35)))).isEqualTo(1);
    }

    @Provide
    Arbitrary<List<Stories.Step>> steps() {
        return Stories.steps(80);
    }

    /** Whatever happens in whatever order: the numbers on a storage are those that a recount gives. */
    @Property(tries = 200)
    void numbersAreTheRecount(@ForAll("steps") List<Stories.Step> steps) {
        Picture picture = Stories.told(steps).now();
        for (var held : picture.all(Storage.KIND)) {
            Storage storage = (Storage) held.entity();
            assertThat(storage.gaps()).isEqualTo((int) StreamSupport
                    .stream(picture.all(StorageGap.KIND).spliterator(), false).map(it -> (StorageGap) it.entity())
                    .filter(it -> it.open() && it.post().equals(storage.post())).count());
            assertThat(storage.cameras()).isEqualTo(Storages.detail(picture, storage).count());
        }
        for (var held : picture.all(CountingCentre.KIND)) {
            CountingCentre centre = (CountingCentre) held.entity();
            List<CountingIncident> tied = StreamSupport
                    .stream(picture.all(CountingIncident.KIND).spliterator(), false)
                    .map(it -> (CountingIncident) it.entity()).filter(it -> it.post().equals(centre.post())).toList();
            assertThat(centre.incidentsTotal()).isEqualTo(tied.size());
            assertThat(centre.incidentsOpen()).isEqualTo((int) tied.stream().filter(CountingIncident::open).count());
        }
    }

    private void open() {
        accept(new StorageCommand.Open(POST, 14, SEALS, 4, null, now, true));
    }

    private void beat(boolean door, boolean hall) {
        Decision decision = Storages.decide(story.now(), now, SYSTEM, new StorageCommand.Beat(cameras(door, hall)));
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        ((Decision.Accepted) decision).events().forEach(story::tell);
    }

    private List<CameraSeen> cameras(boolean door, boolean hall) {
        return List.of(new CameraSeen(POST, "출입문", door, now), new CameraSeen(POST, "창고", hall, now));
    }

    private void accept(StorageCommand command) {
        Decision decision = Storages.decide(story.now(), now, ROOM, command);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        ((Decision.Accepted) decision).events().forEach(story::tell);
    }

    private Reason reason(Author author, StorageCommand command) {
        return ((Decision.Refused) Storages.decide(story.now(), now, author, command)).reason();
    }

    private int swept(Instant at) {
        return taken(new StorageSweep(), at);
    }

    /** How many entries the rule made. */
    private int taken(Timed rule, Instant at) {
        int before = story.length();
        rule.due(story.now(), at).forEach(due -> {
            if (due.decide().apply(story.now(), at) instanceof Decision.Accepted accepted) {
                accepted.events().forEach(story::tell);
            }
        });
        return story.length() - before;
    }

    private Storage storage() {
        return story.now().find(Storage.key(POST), Storage.class).orElseThrow();
    }

    private CameraSystem system() {
        return story.now().find(CameraSystem.key(SYSTEM.account()), CameraSystem.class).orElseThrow();
    }

    private StorageGap gap(StorageGapKind kind) {
        return StreamSupport.stream(story.now().all(StorageGap.KIND).spliterator(), false)
                .map(held -> (StorageGap) held.entity()).filter(it -> it.gapKind() == kind).findFirst().orElseThrow();
    }

    private long figure(String name, String unit) {
        return story.now().find(new Key("tally", unit), Tally.class).orElseThrow().figure(name);
    }
}
