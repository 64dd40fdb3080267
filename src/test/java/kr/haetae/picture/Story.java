package kr.haetae.picture;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.haetae.alarm.Alarms;
import kr.haetae.attachment.Attachments;
import kr.haetae.crime.Cases;
import kr.haetae.custody.Transports;
import kr.haetae.directive.ConferenceFold;
import kr.haetae.directive.DirectiveFold;
import kr.haetae.custody.CountingFold;
import kr.haetae.custody.StorageFold;
import kr.haetae.event.AttachmentEvent;
import kr.haetae.event.Clearance;
import kr.haetae.event.Handling;
import kr.haetae.erasure.Erasures;
import kr.haetae.event.Cursor;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureBasis;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.LevelEvent;
import kr.haetae.event.LevelNeed;
import kr.haetae.event.LevelState;
import kr.haetae.event.NamedId;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationKind;
import kr.haetae.event.Person;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.PostKind;
import kr.haetae.event.Occurrence;
import kr.haetae.event.Phase;
import kr.haetae.event.PostEvent;
import kr.haetae.event.PostReportKind;
import kr.haetae.event.PostSilence;
import kr.haetae.event.PostState;
import kr.haetae.event.Redaction;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.force.Forces;
import kr.haetae.incident.Handovers;
import kr.haetae.incident.Incidents;
import kr.haetae.incident.UpwardReports;
import kr.haetae.level.LevelFold;
import kr.haetae.post.Posts;
import kr.haetae.post.Visits;
import kr.haetae.post.Watches;

/** A small operation told entry by entry: headquarters, two agencies, four stations. Keeps every picture on the way. */
public final class Story {
    public static final List<Evolution> CAPABILITIES = List.of(new Posts(), new Watches(), new Visits(),
            new Forces(), new Incidents(), new UpwardReports(), new Handovers(), new Cases(),
            new LevelFold(), new DirectiveFold(), new ConferenceFold(), new StorageFold(), new CountingFold(),
            new Transports(),
            new Attachments(), new Alarms(), new Erasures());
    public static final UUID OPERATION = UUID.fromString("11111111-1111-4111-8111-111111111111");
    public static final UnitCode HQ = UnitCode.HEADQUARTERS;
    public static final UnitCode SEOUL = new UnitCode("seoul");
    public static final UnitCode BUSAN = new UnitCode("busan");
    public static final UnitCode GANGNAM = new UnitCode("seoul-gangnam");
    public static final UnitCode JONGNO = new UnitCode("seoul-jongno");
    public static final UnitCode HAEUNDAE = new UnitCode("busan-haeundae");
    public static final UnitCode SAHA = new UnitCode("busan-saha");
    public static final List<UnitCode> STATIONS = List.of(GANGNAM, JONGNO, HAEUNDAE, SAHA);
    public static final List<UnitCode> UNITS = List.of(HQ, SEOUL, BUSAN, GANGNAM, JONGNO, HAEUNDAE, SAHA);
    static final String NAME = "훈련";
    public static final Person SOMEBODY = new Person(new UUID(1, 1), "김경위", GANGNAM);
    public static final Person OTHER = new Person(new UUID(1, 2), "이경감", HQ);
    public static final Instant START = Instant.parse("2026-06-02T21:00:00Z");

    private final List<Picture> pictures = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final String branch;
    private Hash hash = Hash.of(OPERATION.toString().getBytes(StandardCharsets.UTF_8));

    /** Two stories of different branches have different hashes from the first entry on. */
    public Story(String branch) {
        this.branch = branch;
        pictures.add(Picture.empty(Cursor.of(0, hash)));
        tell(new Event.OperationDefined(
                OPERATION, NAME, OperationKind.DRILL, OperationClock.real(START), units()));
        tell(new OperationEvent.OperationOpened(SOMEBODY));
    }

    public Picture now() {
        return pictures.get(pictures.size() - 1);
    }

    /** The picture after the entry of that seq; 0: before the first. */
    public Picture at(int seq) {
        return pictures.get(seq);
    }

    public int length() {
        return pictures.size() - 1;
    }

    Entry entry(int seq) {
        return entries.get(seq - 1);
    }

    /** A story that goes on from a picture of this one, by the same entries. */
    public Picture retold(Picture from, int fromSeq) {
        Picture picture = from;
        for (int seq = fromSeq + 1; seq <= length(); seq++) {
            picture = picture.evolve(entries.get(seq - 1), CAPABILITIES);
        }
        return picture;
    }

    public void tell(Event event) {
        tell(event, START.plusSeconds(pictures.size()));
    }

    /** As {@link #tell(Event)}, at a time of the operation's clock. */
    public void tell(Event event, Instant at) {
        long seq = pictures.size();
        hash = Hash.of(hash.bytes(), (branch + seq).getBytes(StandardCharsets.UTF_8));
        Entry entry = new Entry(OPERATION, seq, at, at, new UUID(7, seq), 0, Entry.SYSTEM, HQ, event, hash);
        entries.add(entry);
        pictures.add(now().evolve(entry, CAPABILITIES));
    }

    public UUID incident(int number) {
        return NamedId.of(OPERATION, "incident" + number);
    }

    public void report(int number, UnitCode unit, int code) {
        report(number, unit, code, Clearance.GENERAL);
    }

    public void report(int number, UnitCode unit, int code, Clearance clearance) {
        tell(new Event.IncidentReported(incident(number), unit + "-" + number, unit, IncidentKind.DISTURBANCE, code,
                "소란 " + number, null, null, START, IncidentSource.OFFICER, null, SOMEBODY, SOMEBODY,
                Handling.SITUATION, clearance, null, null));
    }

    public void acknowledge(int number) {
        tell(new Event.IncidentAcknowledged(incident(number), SOMEBODY));
    }

    public void transfer(int number, UnitCode to) {
        tell(new Event.IncidentTransferred(incident(number), to, "관할 이송", SOMEBODY));
    }

    public void attach(int number, int file) {
        tell(new AttachmentEvent.AttachmentAdded(NamedId.of(OPERATION, "file" + file), "incident/" + incident(number),
                "%064d".formatted(file), 1_000 + file, "image/jpeg", null, 640, 480, null, null, null, SOMEBODY));
    }

    public void withdraw(int number, int file) {
        tell(new AttachmentEvent.AttachmentWithdrawn(NamedId.of(OPERATION, "file" + file),
                "incident/" + incident(number), "잘못 올림", SOMEBODY));
    }

    public void close(int number) {
        tell(new Event.IncidentClosed(incident(number), IncidentOutcome.HANDLED_ON_SITE, null, SOMEBODY));
    }

    public void comment(int number) {
        tell(new Event.IncidentCommented(incident(number), "현장 확인", SOMEBODY));
    }

    public void dispatch(int number) {
        tell(new Event.IncidentDispatched(incident(number), "순찰차 2대", SOMEBODY));
    }

    public void resolve(int number) {
        tell(new Event.IncidentResolved(incident(number), null, SOMEBODY));
    }

    /** The words of one of its entries, if that one has any. */
    public void erase(int any) {
        long seq = 1L + any % length();
        Redaction.of(entry((int) seq).event()).ifPresent(it -> tell(new ErasureEvent.EntryErased(seq, it.subject(),
                it.left(), "요구", ErasureBasis.DATA_SUBJECT, SOMEBODY, OTHER)));
    }

    public void askToErase(int any) {
        long seq = 1L + any % length();
        Redaction.of(entry((int) seq).event()).ifPresent(it -> tell(new ErasureEvent.ErasureRequested(seq,
                it.subject(), "요구", ErasureBasis.DATA_SUBJECT, SOMEBODY)));
    }

    public void place(int number, UnitCode unit) {
        tell(new Event.PostsPlaced("list", List.of(new PlacedPost(NamedId.of(OPERATION, "post" + number),
                PostKind.POLLING_PLACE, "제" + number + "투표소", unit, Jurisdiction.MAPPED, List.of(), "서울", "강남구", null,
                null, null, null, null))));
    }

    public void enter(Phase phase) {
        tell(new OperationEvent.PhaseEntered(phase, null, SOMEBODY));
    }

    /** {@code minutes}: before or after the operation's begin. */
    public void heard(int number, PostReportKind kind, int minutes) {
        tell(new PostEvent.PostReported(NamedId.of(OPERATION, "post" + number), kind, null, Map.of(), null,
                Occurrence.exact(START.plusSeconds(60L * minutes)), SOMEBODY, SOMEBODY));
    }

    /** Two posts at once, whoever has them. */
    public void silent(int number, PostState state) {
        tell(new PostEvent.PostsFellSilent(GANGNAM, List.of(
                new PostSilence(NamedId.of(OPERATION, "post" + number), state, START),
                new PostSilence(NamedId.of(OPERATION, "post" + (number + 1)), state, START))));
    }

    public void acknowledgeSilence(UnitCode unit) {
        tell(new PostEvent.SilenceAcknowledged(unit, null, SOMEBODY));
    }

    public void outage(UnitCode unit, boolean begins) {
        tell(begins ? new PostEvent.OutageBegan(unit, 10, 20, START) : new PostEvent.OutageEnded(unit));
    }

    public void assign(int number, UnitCode unit) {
        tell(new Event.PostAssigned(NamedId.of(OPERATION, "post" + number), unit));
    }

    public UUID declaration(int number) {
        return NamedId.of(OPERATION, "level" + number);
    }

    public void declare(int number, UnitCode unit, EmergencyLevel level, LevelState state) {
        List<LevelNeed> needs = state == LevelState.PROPOSED ? List.of(LevelNeed.APPROVAL) : List.of();
        tell(new LevelEvent.LevelDeclared(declaration(number), unit, level, START, START.plusSeconds(86_400), NAME,
                false, null, needs, state, SOMEBODY));
    }

    public void approve(int number) {
        tell(new LevelEvent.LevelApproved(declaration(number), SOMEBODY));
    }

    public void takeEffect(int number) {
        tell(new LevelEvent.LevelTookEffect(declaration(number)));
    }

    public void lift(int number) {
        tell(new LevelEvent.LevelLifted(declaration(number), "상황 종료", SOMEBODY));
    }

    public void receive(int number, UnitCode unit) {
        tell(new LevelEvent.LevelReceived(declaration(number), unit, SOMEBODY));
    }

    public void muster(int number, UnitCode unit, int ordered, int mustered) {
        tell(new LevelEvent.MusterReported(declaration(number), unit, ordered, mustered, null, SOMEBODY));
    }

    private static List<PlacedUnit> units() {
        return List.of(
                new PlacedUnit(HQ, UnitKind.HQ, null, "경찰청", "National Police Agency", "본청"),
                new PlacedUnit(SEOUL, UnitKind.AGENCY, HQ, "서울특별시경찰청", "Seoul", "서울청"),
                new PlacedUnit(BUSAN, UnitKind.AGENCY, HQ, "부산광역시경찰청", "Busan", "부산청"),
                new PlacedUnit(GANGNAM, UnitKind.STATION, SEOUL, "서울강남경찰서", "Seoul Gangnam", "서울강남"),
                new PlacedUnit(JONGNO, UnitKind.STATION, SEOUL, "서울종로경찰서", "Seoul Jongno", "서울종로"),
                new PlacedUnit(HAEUNDAE, UnitKind.STATION, BUSAN, "부산해운대경찰서", "Busan Haeundae", "부산해운대"),
                new PlacedUnit(SAHA, UnitKind.STATION, BUSAN, "부산사하경찰서", "Busan Saha", "부산사하"));
    }
}
