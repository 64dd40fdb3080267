package kr.haetae.post;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Event;
import kr.haetae.event.Occurrence;
import kr.haetae.event.OperationState;
import kr.haetae.event.PostKind;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.event.VisitEvent;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Who of the police was inside a polling place, when and at whose request: decides what is written down, and folds it. Pure. */
public final class Visits implements Evolution {
    /** Where the commission is master of the house: the police come in when asked. Source: Public Official Election Act §166, §183. */
    private static final Set<PostKind> INSIDE = Set.of(PostKind.POLLING_PLACE, PostKind.EARLY_VOTING_PLACE,
            PostKind.COUNTING_CENTRE);

    /** What becomes of the command on this picture; {@code at} is the operation's time. */
    public static Decision decide(Picture picture, Instant at, Author author, VisitCommand command) {
        return switch (command) {
            case VisitCommand.Enter c -> picture.notOpen().orElseGet(() -> enter(picture, at, author, c));
            case VisitCommand.End c -> standing(picture, author, c)
                    .map(visit -> visit.leftAt() == null
                            ? inOrder(at, visit.left(c.leftAt()), "/leftAt", new VisitEvent.VisitEnded(c.visit(),
                                    c.leftAt(), author.person()))
                            : Decision.refuse(Reason.ALREADY_THERE, "They left at " + visit.leftAt() + "."))
                    .orElseGet(() -> unknown(c.visit()));
            case VisitCommand.Correct c -> standing(picture, author, c).map(visit -> correct(at, author, visit, c))
                    .orElseGet(() -> unknown(c.visit()));
        };
    }

    private static Decision enter(Picture picture, Instant at, Author author, VisitCommand.Enter c) {
        Optional<Post> found = picture.visible(author, Post.key(c.post()), Post.class);
        if (found.isEmpty()) {
            return Decision.refuse(Reason.POST_NOT_FOUND, "There is no post " + c.post() + " in your jurisdiction.");
        }
        Post post = found.get();
        if (!own(author, post.post(), c)) {
            return Decision.refuse(Reason.NOT_YOUR_POST, post.name() + " is not your post.");
        }
        if (!INSIDE.contains(post.postKind())) {
            return Decision.refuse(Reason.NOT_A_POLLING_PLACE,
                    post.name() + " is no place of voting or counting; nobody asks the police in there.");
        }
        UUID incident = c.incident();
        if (incident != null
                && picture.visible(author, new Key("incident", incident.toString()), Entity.class).isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN_INCIDENT,
                    "There is no incident " + incident + " in your jurisdiction.", "/incident");
        }
        VisitEvent.VisitRecorded recorded = new VisitEvent.VisitRecorded(c.visit(), c.post(), post.unit(), c.askedBy(),
                c.askedAt(), c.enteredAt(), c.officers(), c.inUniform(), c.reason(), incident, author.person());
        return tooOld(at, c.askedAt())
                .orElseGet(() -> inOrder(at, Visit.recorded(recorded, at), "/enteredAt", recorded));
    }

    private static Decision correct(Instant at, Author author, Visit visit, VisitCommand.Correct c) {
        VisitEvent.VisitCorrected corrected = new VisitEvent.VisitCorrected(c.visit(), c.askedBy(), c.askedAt(),
                c.enteredAt(), c.leftAt(), c.officers(), c.inUniform(), c.reason(), author.person());
        Visit now = visit.corrected(corrected);
        if (now.says(visit)) {
            return Decision.refuse(Reason.NOTHING_CHANGED, "The visit says so already.");
        }
        return tooOld(at, c.askedAt()).orElseGet(() -> inOrder(at, now, "", corrected));
    }

    private static Optional<Decision> tooOld(Instant at, @Nullable Instant askedAt) {
        return askedAt == null ? Optional.empty() : Occurrence.longAgo(at, askedAt, "/askedAt");
    }

    private static Decision inOrder(Instant at, Visit visit, String pointer, VisitEvent event) {
        @Nullable
        Instant left = visit.leftAt();
        Instant last = left == null ? visit.enteredAt() : left;
        Optional<Decision> future = Occurrence.future(at, last.isAfter(visit.enteredAt()) ? last : visit.enteredAt(),
                pointer);
        if (future.isPresent()) {
            return future.get();
        }
        return visit.inOrder()
                ? Decision.accept(event)
                : Decision.refuse(Reason.OCCURRED_OUT_OF_ORDER,
                        "They are asked first, then go in, then leave; check the times.", pointer);
    }

    /** Those of one's own post; also of an operation that is over, because somebody may still be inside. */
    private static Optional<Visit> standing(Picture picture, Author author, VisitCommand command) {
        return picture.operation().filter(it -> it.state() != OperationState.PREPARED)
                .flatMap(it -> picture.visible(author, Visit.key(command.visit()), Visit.class))
                .filter(visit -> own(author, visit.post(), command));
    }

    /** An officer writes for his own post, one without a post of his own (a patrol) for any of his unit; a room for all. */
    private static boolean own(Author author, UUID post, VisitCommand command) {
        UUID his = author.post();
        return command.anyPost() || his == null || his.equals(post);
    }

    private static Decision unknown(UUID visit) {
        return Decision.refuse(Reason.UNKNOWN_VISIT, "There is no visit " + visit + " that is yours to change.");
    }

    @Override
    public void apply(Draft draft, Entry entry) {
        switch (entry.event()) {
            case VisitEvent.VisitRecorded e -> draft.put(Visit.recorded(e, entry.at()));
            case VisitEvent.VisitEnded e -> change(draft, e.visit(), visit -> visit.left(e.leftAt()));
            case VisitEvent.VisitCorrected e -> change(draft, e.visit(), visit -> visit.corrected(e));
            case ErasureEvent.EntryErased e when e.redacted() instanceof VisitEvent.VisitRecorded left ->
                change(draft, left.visit(), visit -> visit.because(left.reason()));
            case Event.PostAssigned e -> follow(draft, Map.of(e.post(), e.unit()));
            case Event.PostsPlaced e -> {
                Map<UUID, UnitCode> units = new HashMap<>();
                e.posts().forEach(post -> units.put(post.id(), post.unit()));
                follow(draft, units);
            }
            default -> {}
        }
    }

    private static void change(Draft draft, UUID id, UnaryOperator<Visit> step) {
        draft.find(Visit.key(id), Visit.class).ifPresent(visit -> draft.put(step.apply(visit)));
    }

    /** Visits belong to whom their post belongs. */
    private static void follow(Draft draft, Map<UUID, UnitCode> units) {
        List<Visit> moved = StreamSupport.stream(draft.all(Visit.KIND).spliterator(), false)
                .map(held -> (Visit) held.entity())
                .filter(visit -> units.containsKey(visit.post()) && !visit.unit().equals(units.get(visit.post())))
                .toList();
        moved.forEach(visit -> draft.put(visit.of(units.getOrDefault(visit.post(), visit.unit()))));
    }
}
