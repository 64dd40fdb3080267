package kr.haetae.attachment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;

/**
 * The files of one subject.
 *
 * @param subject its key, such as {@code incident/0192f0c4-…}; the list has its id
 * @param audience the subject's
 * @param files in the order in which they were added
 */
public record AttachmentList(String subject, @JsonIgnore Audience audience, List<Attachment> files)
        implements
            Entity {
    public static final String KIND = "attachments";

    public AttachmentList {
        files = List.copyOf(files);
    }

    /** {@code subject}: its id. */
    public static Key key(String subject) {
        return new Key(KIND, subject);
    }

    static AttachmentList of(Key subject, Audience audience) {
        return new AttachmentList(subject.toString(), audience, List.of());
    }

    @Override
    public Key key() {
        return key(subject.substring(subject.indexOf('/') + 1));
    }

    /** Whether its subject is an order: what goes with it is written for whoever receives it. */
    public boolean ordered() {
        return Attachments.ORDERS.contains(subject.substring(0, subject.indexOf('/')));
    }

    /** One that was not withdrawn. */
    public Optional<Attachment> shown(UUID attachment) {
        return files.stream().filter(file -> file.attachment().equals(attachment) && file.withdrawn() == null)
                .findFirst();
    }

    AttachmentList seenBy(Audience next) {
        return new AttachmentList(subject, next, files);
    }

    AttachmentList with(Attachment file) {
        return new AttachmentList(subject, audience, Stream.concat(files.stream(), Stream.of(file)).toList());
    }

    AttachmentList change(UUID attachment, UnaryOperator<Attachment> step) {
        List<Attachment> changed = new ArrayList<>(files);
        changed.replaceAll(file -> file.attachment().equals(attachment) ? step.apply(file) : file);
        return new AttachmentList(subject, audience, changed);
    }
}
