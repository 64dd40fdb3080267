package kr.haetae.attachment;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.AttachmentEvent;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.OperationState;
import kr.haetae.event.Reason;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;

/**
 * Decides commands about files and folds what was decided; a list of files is seen by whoever sees its subject, from the same entry
 * on. Pure.
 */
public final class Attachments implements Evolution {
    /** Of one subject, withdrawn ones included: the list goes over the wire whole. */
    static final int MOST = 50;

    /** What files may belong to. */
    private static final Set<String> SUBJECTS = Set.of("incident", "post", "visit", "case", "seal-check", "directive");

    /** Of these, what only its own unit adds to: all others are its readers. */
    static final Set<String> ORDERS = Set.of("directive");

    /** What becomes of the command on this picture. */
    public static Decision decide(Picture picture, Author author, AttachmentCommand command) {
        if (picture.operation().filter(it -> worked(it.state())).isEmpty()) {
            return Decision.refuse(Reason.OPERATION_NOT_OPEN, "Nobody works on this operation now.");
        }
        return switch (command) {
            case AttachmentCommand.Add add -> add(picture, author, add);
            case AttachmentCommand.Withdraw withdraw -> withdraw(picture, author, withdraw);
        };
    }

    /** What was photographed on the day is often sent after it. */
    private static boolean worked(OperationState state) {
        return state == OperationState.OPEN || state == OperationState.CLOSED;
    }

    private static Decision add(Picture picture, Author author, AttachmentCommand.Add add) {
        Key subject = add.subject();
        Optional<Entity> found = picture.visible(author, subject, Entity.class)
                .filter(entity -> SUBJECTS.contains(subject.kind()));
        AttachmentList list = found
                .map(entity -> picture.find(AttachmentList.key(subject.id()), AttachmentList.class)
                        .orElseGet(() -> AttachmentList.of(subject, entity.audience())))
                .filter(it -> it.subject().equals(subject.toString()))
                .orElse(null);
        if (list == null) {
            return Decision.refuse(Reason.UNKNOWN_SUBJECT, "There is no " + subject + " in your jurisdiction.");
        }
        if (ORDERS.contains(subject.kind()) && !picture.tree().covers(author.unit(), list.audience().unit())) {
            return Decision.refuse(Reason.NOT_YOUR_DIRECTIVE,
                    "What another unit orders is not yours to add to.");
        }
        AttachmentCommand.File file = add.file();
        if (list.files().stream().anyMatch(it -> it.sha256().equals(file.sha256()) && it.withdrawn() == null)) {
            return Decision.refuse(Reason.ALREADY_THERE, "This very file is attached already.");
        }
        if (list.files().size() >= MOST) {
            return Decision.refuse(Reason.TOO_MANY_ATTACHMENTS, "It has " + MOST + " files, and takes no more.");
        }
        return Decision.accept(new AttachmentEvent.AttachmentAdded(add.attachment(), subject.toString(),
                file.sha256(), file.bytes(), file.type(), add.name(), file.width(), file.height(), file.thumbnail(),
                file.view(), add.takenAt(), Objects.requireNonNullElse(add.by(), author.person())));
    }

    private static Decision withdraw(Picture picture, Author author, AttachmentCommand.Withdraw withdraw) {
        UUID attachment = withdraw.attachment();
        return picture.visible(author, AttachmentList.key(withdraw.subject().toString()), AttachmentList.class)
                .filter(list -> list.shown(attachment).isPresent())
                .map(list -> picture.tree().covers(author.unit(), list.audience().unit())
                        ? Decision.accept(new AttachmentEvent.AttachmentWithdrawn(attachment, list.subject(),
                                withdraw.reason(), author.person()))
                        : Decision.refuse(Reason.ONLY_SHARED, "What another unit shares is not yours to withdraw."))
                .orElseGet(() -> Decision.refuse(Reason.UNKNOWN_ATTACHMENT,
                        "There is no file " + attachment + " in your jurisdiction."));
    }

    @Override
    public void apply(Draft draft, Entry entry) {
        follow(draft);
        if (entry.event() instanceof AttachmentEvent event) {
            apply(draft, entry, event);
        } else if (entry.event() instanceof ErasureEvent.EntryErased erased
                && erased.redacted() instanceof AttachmentEvent left) {
            draft.find(AttachmentList.key(key(erased.subject()).id()), AttachmentList.class)
                    .ifPresent(list -> draft.put(erased(list, left)));
        }
    }

    private static AttachmentList erased(AttachmentList list, AttachmentEvent left) {
        return switch (left) {
            case AttachmentEvent.AttachmentAdded e -> list.change(e.attachment(), Attachment::destroyed);
            case AttachmentEvent.AttachmentWithdrawn e ->
                list.change(e.attachment(), file -> file.withdrawnBecause(e.reason()));
        };
    }

    private static void apply(Draft draft, Entry entry, AttachmentEvent event) {
        switch (event) {
            case AttachmentEvent.AttachmentAdded e -> {
                Key subject = key(e.subject());
                draft.find(subject).ifPresent(entity -> {
                    draft.put(list(draft, subject, entity.audience()).with(Attachment.of(e, entry.at())));
                    draft.concern(subject);
                });
            }
            case AttachmentEvent.AttachmentWithdrawn e -> {
                Key subject = key(e.subject());
                draft.find(AttachmentList.key(subject.id()), AttachmentList.class).ifPresent(list -> {
                    draft.put(list.change(e.attachment(),
                            file -> file.withdrawn(new Attachment.Withdrawal(e.reason(), e.by(), entry.at()))));
                    draft.concern(subject);
                });
            }
        }
    }

    private static AttachmentList list(Draft draft, Key subject, Audience audience) {
        return draft.find(AttachmentList.key(subject.id()), AttachmentList.class)
                .orElseGet(() -> AttachmentList.of(subject, audience));
    }

    /** Whatever an entry did to a subject's audience, it did to its files'. */
    private static void follow(Draft draft) {
        if (!draft.all(AttachmentList.KIND).iterator().hasNext()) {
            return;
        }
        for (Key changed : draft.changed()) {
            draft.find(AttachmentList.key(changed.id()))
                    .map(AttachmentList.class::cast)
                    .filter(list -> list.subject().equals(changed.toString()))
                    .ifPresent(list -> follow(draft, list, draft.find(changed)));
        }
    }

    private static void follow(Draft draft, AttachmentList list, Optional<Entity> subject) {
        if (subject.isEmpty()) {
            draft.drop(list.key());
        } else if (!subject.get().audience().equals(list.audience())) {
            draft.put(list.seenBy(subject.get().audience()));
        }
    }

    private static Key key(String subject) {
        int slash = subject.indexOf('/');
        return new Key(subject.substring(0, slash), subject.substring(slash + 1));
    }
}
