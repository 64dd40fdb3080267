package kr.haetae.custody;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.haetae.event.Author;
import kr.haetae.event.Commission;
import kr.haetae.event.CountingEvent;
import kr.haetae.event.CountingStage;
import kr.haetae.event.Decision;
import kr.haetae.event.Occurrence;
import kr.haetae.event.Reason;
import kr.haetae.picture.Picture;

/** Decides what is written down of counting centres. Pure. */
public final class CountingCentres {
    private CountingCentres() {}

    /** What becomes of the command on this picture; {@code at} is the operation's time. */
    public static Decision decide(Picture picture, Instant at, Author author, CountingCommand command) {
        return picture.notOpen().orElseGet(() -> switch (command) {
            case CountingCommand.SetCordons c ->
                own(picture, author, c.post(), c.anyPost(), it -> cordons(author, it, c));
            case CountingCommand.NameCommander c -> own(picture, author, c.post(), true,
                    it -> it.commandedBy(c.commander(), c.contact())
                            ? Decision.refuse(Reason.NOTHING_CHANGED, "He commands there already.")
                            : Decision.accept(new CountingEvent.CountingCommanderNamed(c.post(), c.commander(),
                                    c.contact(), author.person())));
            case CountingCommand.Reach c -> own(picture, author, c.post(), c.anyPost(),
                    it -> Occurrence.untimely(at, c.at(), "/at").orElseGet(() -> reach(author, it, c)));
            case CountingCommand.Correct c -> own(picture, author, c.post(), true, it -> correct(author, it, c));
            case CountingCommand.ReportEnd c -> found(picture, c)
                    .map(it -> Occurrence.untimely(at, c.at(), "/at").orElseGet(() -> end(author, it, c)))
                    .orElseGet(() -> absent(c.post()));
        });
    }

    private static Decision own(Picture picture, Author author, UUID post, boolean anyPost,
            Function<CountingCentre, Decision> then) {
        return Sites.find(picture, author, post, CountingCentre.key(post), CountingCentre.class,
                Reason.UNKNOWN_COUNTING_CENTRE)
                .or(centre -> Sites.notOwn(author, post, anyPost).orElseGet(() -> then.apply(centre)));
    }

    private static Decision cordons(Author author, CountingCentre centre, CountingCommand.SetCordons c) {
        return centre.with(c.cordons()).equals(centre)
                ? Decision.refuse(Reason.NOTHING_CHANGED, "The cordons are so already.")
                : Decision.accept(new CountingEvent.CordonsSet(c.post(), c.cordons(), author.person()));
    }

    /** Forwards only; a stage that nobody told of is passed over, and may be told of later. */
    private static Decision reach(Author author, CountingCentre centre, CountingCommand.Reach c) {
        if (centre.reached().containsKey(c.stage())) {
            return Decision.refuse(Reason.ALREADY_THERE,
                    c.stage() + " was reached at " + centre.reached().get(c.stage()) + ".", "/stage");
        }
        for (CountingStage other : centre.reached().keySet()) {
            Instant then = centre.reached().getOrDefault(other, c.at());
            boolean before = other.compareTo(c.stage()) < 0;
            if (before ? c.at().isBefore(then) : c.at().isAfter(then)) {
                return Decision.refuse(before ? Reason.OCCURRED_OUT_OF_ORDER : Reason.STAGE_BEHIND,
                        other + " was reached at " + then + "; " + c.stage() + " comes "
                                + (before ? "after" : "before") + " it.",
                        "/at");
            }
        }
        return Decision.accept(new CountingEvent.CountingStageReached(c.post(), c.stage(), c.at(), author.person()));
    }

    private static Decision correct(Author author, CountingCentre centre, CountingCommand.Correct c) {
        CountingStage now = centre.stage();
        if (now == null || (c.stage() != null && c.stage().compareTo(now) >= 0)) {
            return Decision.refuse(Reason.NOTHING_CHANGED,
                    "The centre is at " + now + "; put it back to an earlier stage, or report a later one.", "/stage");
        }
        return Decision.accept(
                new CountingEvent.CountingStageCorrected(c.post(), c.stage(), c.reason(), author.person()));
    }

    private static Decision end(Author author, CountingCentre centre, CountingCommand.ReportEnd c) {
        CountingCentre.EndReport known = centre.endReported();
        return known == null
                ? Decision.accept(new CountingEvent.CountingEndReported(c.post(), c.commission(), c.at(),
                        author.person()))
                : Decision.refuse(Reason.ALREADY_THERE, "The end was reported at " + known.at() + " already.");
    }

    /** In the commission's province. */
    private static Optional<CountingCentre> found(Picture picture, CountingCommand.ReportEnd c) {
        return picture.find(CountingCentre.key(c.post()), CountingCentre.class)
                .filter(centre -> Commission.of(c.commission()).stream().flatMap(it -> it.agencies().stream())
                        .anyMatch(agency -> picture.tree().covers(agency, centre.unit())));
    }

    private static Decision absent(UUID post) {
        return Decision.refuse(Reason.UNKNOWN_COUNTING_CENTRE, "There is no counting centre " + post + ".", "/post");
    }
}
