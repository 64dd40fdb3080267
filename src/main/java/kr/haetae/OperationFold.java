package kr.haetae;

import java.util.List;
import java.util.Optional;
import kr.haetae.alarm.Alarms;
import kr.haetae.crime.Cases;
import kr.haetae.crime.LimitationAlarm;
import kr.haetae.attachment.Attachments;
import kr.haetae.custody.OverdueSweep;
import kr.haetae.custody.Transports;
import kr.haetae.directive.ConferenceFold;
import kr.haetae.directive.DirectiveFold;
import kr.haetae.directive.DirectiveSweep;
import kr.haetae.custody.CameraLeases;
import kr.haetae.custody.CountingFold;
import kr.haetae.custody.StorageFold;
import kr.haetae.custody.StorageSweep;
import kr.haetae.event.Cursor;
import kr.haetae.erasure.Erasures;
import kr.haetae.event.Entry;
import kr.haetae.event.OperationClock;
import kr.haetae.force.Forces;
import kr.haetae.force.LateArrivals;
import kr.haetae.force.Shifts;
import kr.haetae.incident.Escalation;
import kr.haetae.incident.Handovers;
import kr.haetae.incident.Incidents;
import kr.haetae.incident.UpwardReports;
import kr.haetae.ledger.Fold;
import kr.haetae.ledger.SnapshotForm;
import kr.haetae.level.LevelFold;
import kr.haetae.level.LevelTimes;
import kr.haetae.operation.Timetable;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;
import kr.haetae.post.Outages;
import kr.haetae.post.Posts;
import kr.haetae.post.SilenceSweep;
import kr.haetae.post.Visits;
import kr.haetae.post.Watches;

/** How an operation's ledger becomes its picture: every capability of the product, in this order. */
final class OperationFold implements Fold<Picture> {
    /** The rules that time alone sets off. */
    static final List<Timed> TIMED = List.of(new Timetable(), new LevelTimes(), new Shifts(), new LateArrivals(),
            new SilenceSweep(),
            new Outages(), new Escalation(), new LimitationAlarm(), new DirectiveSweep(), new StorageSweep(),
            new CameraLeases(), new OverdueSweep());

    /** Attachments and notes of alarms follow what the others have changed, and erasures what all have made, so they come last. */
    static final List<Evolution> CAPABILITIES = List.of(new Posts(), new Watches(), new Visits(), new Forces(),
            new Incidents(), new UpwardReports(), new Handovers(), new Cases(), new LevelFold(),
            new DirectiveFold(), new ConferenceFold(), new StorageFold(), new CountingFold(), new Transports(),
            new Attachments(), new Alarms(),
            new Erasures());

    private final OperationClock before;

    /** {@code before}: what stamps the entry that defines the operation; no entry's time is before that one's. */
    OperationFold(OperationClock before) {
        this.before = before;
    }

    @Override
    public Picture empty(Cursor genesis) {
        return Picture.empty(genesis);
    }

    @Override
    public Picture evolve(Picture picture, Entry entry) {
        return picture.evolve(entry, CAPABILITIES);
    }

    @Override
    public OperationClock clock(Picture picture) {
        return picture.operation().isPresent() ? picture.clock() : before;
    }

    @Override
    public Optional<SnapshotForm<Picture>> snapshots() {
        return Optional.of(PictureSnapshot.FORM);
    }
}
