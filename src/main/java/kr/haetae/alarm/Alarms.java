package kr.haetae.alarm;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kr.haetae.event.AlarmEvent;
import kr.haetae.event.AlarmKind;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.Decision;
import kr.haetae.event.DirectiveEvent;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.Occurrence;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.Reason;
import kr.haetae.event.StorageEvent;
import kr.haetae.event.UpwardReportEvent;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;

/** Decides and folds that rooms take note of alarms; follows what the others did to their subjects. Pure. */
public final class Alarms implements Evolution {
    /** The subject of an alarm about many at once is the room's own unit. */
    private static final String MANY = "unit";

    private static final Set<String> SUBJECTS = Arrays.stream(AlarmKind.values()).map(AlarmKind::subject)
            .collect(Collectors.toUnmodifiableSet());

    /** What becomes of the command on this picture; {@code at} is the operation's time. */
    public static Decision decide(Picture picture, Instant at, Author author, AcknowledgeAlarm command) {
        return picture.notOpen()
                .or(() -> notSubject(picture, author, command))
                .or(() -> Occurrence.future(at, command.since(), "/since"))
                .or(() -> noted(picture, author, command))
                .orElseGet(() -> Decision.accept(new AlarmEvent.AlarmAcknowledged(author.unit(), command.kind(),
                        command.subject().toString(), command.since(), author.person())));
    }

    private static Optional<Decision> notSubject(Picture picture, Author author, AcknowledgeAlarm command) {
        Key subject = command.subject();
        if (subject.kind().equals(MANY)) {
            return subject.id().equals(author.unit().value())
                    ? Optional.empty()
                    : Optional.of(Decision.refuse(Reason.NOT_YOUR_ROOM,
                            "A room takes note for itself, " + author.unit() + ", not for " + subject.id() + ".",
                            "/subject"));
        }
        return command.kind().subject().equals(subject.kind())
                && picture.visible(author, subject, Entity.class).isPresent()
                        ? Optional.empty()
                        : Optional.of(Decision.refuse(Reason.UNKNOWN_SUBJECT, "There is no " + subject
                                + " in your jurisdiction that an alarm " + command.kind() + " could be about."));
    }

    private static Optional<Decision> noted(Picture picture, Author author, AcknowledgeAlarm command) {
        return picture.find(AlarmAcknowledgement.key(author.unit(), command.kind(), command.subject().toString()),
                AlarmAcknowledgement.class)
                .filter(note -> !note.since().isBefore(command.since()))
                .map(note -> Decision.refuse(Reason.ALREADY_THERE,
                        note.by().name() + " took note of it for " + note.unit() + " at " + note.at() + "."));
    }

    @Override
    public void apply(Draft draft, Entry entry) {
        if (entry.event() instanceof AlarmEvent.AlarmAcknowledged e) {
            acknowledge(draft, e, entry.at());
        } else if (draft.all(AlarmAcknowledgement.KIND).iterator().hasNext()) {
            if (entry.event() instanceof OperationEvent.OperationClosed) {
                draft.all(AlarmAcknowledgement.KIND).forEach(held -> draft.drop(held.entity().key()));
            } else {
                follow(draft, over(entry.event()));
            }
        }
    }

    private static void acknowledge(Draft draft, AlarmEvent.AlarmAcknowledged e, Instant at) {
        Optional<Clearance> clearance = e.subject().startsWith(MANY + "/")
                ? Optional.of(Clearance.GENERAL)
                : draft.find(key(e.subject())).map(subject -> subject.audience().clearance());
        clearance.ifPresent(it -> draft.put(new AlarmAcknowledgement(e.unit(), e.kind(), e.subject(), e.since(),
                e.by(), at, it, draft.tree().kind(e.unit()))));
    }

    /** The subject whose cause ended for everybody with that event. What else ends is known by its subject leaving the picture. */
    private static Optional<Key> over(Event event) {
        return Optional.ofNullable(switch (event) {
            case Event.IncidentAcknowledged e -> new Key("incident", e.incident().toString());
            case Event.IncidentClosed e -> new Key("incident", e.incident().toString());
            case IncidentEvent.VeracityJudged e -> new Key("incident", e.incident().toString());
            case UpwardReportEvent.UpwardReportReceived e -> new Key("upward-report", e.report().toString());
            case DirectiveEvent.DirectiveWithdrawn e -> new Key("directive", e.directive().toString());
            case CustodyEvent.DiscrepancyExplained e -> new Key("discrepancy", e.discrepancy().toString());
            case StorageEvent.StorageGapExplained e -> new Key("storage-gap", e.gap().toString());
            default -> null;
        });
    }

    private static void follow(Draft draft, Optional<Key> over) {
        Set<String> changed = draft.changed().stream().filter(key -> SUBJECTS.contains(key.kind())).map(Key::toString)
                .collect(Collectors.toCollection(HashSet::new));
        if (changed.isEmpty()) {
            return;
        }
        StreamSupport.stream(draft.all(AlarmAcknowledgement.KIND).spliterator(), false)
                .map(held -> (AlarmAcknowledgement) held.entity())
                .filter(note -> changed.contains(note.subject()))
                .toList()
                .forEach(note -> follow(draft, note, over));
    }

    private static void follow(Draft draft, AlarmAcknowledgement note, Optional<Key> over) {
        Key subject = key(note.subject());
        Optional<Entity> standing = draft.find(subject).filter(it -> over.filter(subject::equals).isEmpty());
        if (standing.isEmpty()) {
            draft.drop(note.key());
        } else if (standing.get().audience().clearance() != note.clearance()) {
            draft.put(note.cleared(standing.get().audience().clearance()));
        }
    }

    private static Key key(String subject) {
        int slash = subject.indexOf('/');
        return new Key(subject.substring(0, slash), subject.substring(slash + 1));
    }
}
