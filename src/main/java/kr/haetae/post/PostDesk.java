package kr.haetae.post;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Occurrence;
import kr.haetae.event.Phase;
import kr.haetae.event.PostEvent;
import kr.haetae.event.PostReportKind;
import kr.haetae.event.Reason;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Takes the reports of posts, and rooms' notes of their silence. Pure. */
public final class PostDesk {
    private final ReportForms forms;

    public PostDesk(ReportForms forms) {
        this.forms = forms;
    }

    /** What becomes of the command on this picture; {@code at} is the operation's time. */
    public Decision decide(Picture picture, Instant at, Author author, WatchCommand command) {
        return picture.notOpen().orElseGet(() -> switch (command) {
            case WatchCommand.Report report -> report(picture, at, author, report);
            case WatchCommand.AcknowledgeSilence acknowledge -> acknowledge(picture, author, acknowledge);
        });
    }

    private Decision report(Picture picture, Instant at, Author author, WatchCommand.Report report) {
        Optional<Post> post = picture.find(Post.key(report.post()), Post.class)
                .filter(found -> picture.tree().covers(author.unit(), found.unit()));
        if (post.isEmpty()) {
            return Decision.refuse(Reason.POST_NOT_FOUND,
                    "There is no post " + report.post() + " in your jurisdiction.");
        }
        return notAllowed(author, post.get(), report)
                .or(() -> Occurrence.longAgo(at, report.occurred().at(), "/occurredAt"))
                .orElseGet(() -> taken(picture, author, post.get(), report));
    }

    /**
     * An officer reports for his own post, one without a post of his own (a patrol car on its round) for any of his unit; a room for
     * somebody else, whom it names.
     */
    private static Optional<Decision> notAllowed(Author author, Post post, WatchCommand.Report report) {
        boolean own = report.who() == null && post.post().equals(author.post());
        if (own || (report.forOthers() && report.who() != null)) {
            return Optional.empty();
        }
        if (report.forOthers()) {
            return Optional.of(Decision.refuse(Reason.WHO_MISSING,
                    "A report entered for somebody else says whose it is.", "/who"));
        }
        if (report.who() != null) {
            return Optional.of(Decision.refuse(Reason.NOT_YOUR_POST, "Only a room enters reports for somebody else.",
                    "/who"));
        }
        return author.post() == null
                ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.NOT_YOUR_POST, post.name() + " is not your post."));
    }

    private Decision taken(Picture picture, Author author, Post post, WatchCommand.Report report) {
        @Nullable
        Phase phase = report.phase() == null
                ? picture.operation().map(OperationEntity::phase).orElse(null)
                : report.phase();
        List<Decision.Fault> faults = report.kind() == PostReportKind.SITUATION
                ? forms.check(post.postKind(), phase, report.fields())
                : ReportForms.checkNone(report.fields());
        return faults.isEmpty()
                ? Decision.accept(new PostEvent.PostReported(post.post(), report.kind(), phase, report.fields(),
                        report.text(), report.occurred(),
                        Objects.requireNonNullElseGet(report.who(), author::person), author.person()))
                : Decision.refuse(Reason.FORM_MALFORMED, faults);
    }

    private static Decision acknowledge(Picture picture, Author author, WatchCommand.AcknowledgeSilence acknowledge) {
        Optional<Silence> silence = picture.find(Silence.key(acknowledge.unit()), Silence.class)
                .filter(found -> picture.tree().covers(author.unit(), found.unit()));
        if (silence.isEmpty()) {
            return Decision.refuse(Reason.NOTHING_SILENT,
                    "No post of " + acknowledge.unit() + " in your jurisdiction is silent.");
        }
        return silence.get().acknowledgedAt() == null
                ? Decision.accept(new PostEvent.SilenceAcknowledged(acknowledge.unit(), acknowledge.note(),
                        author.person()))
                : Decision.refuse(Reason.ALREADY_THERE, "This silence of " + acknowledge.unit()
                        + " was taken note of at " + silence.get().acknowledgedAt() + ".");
    }
}
