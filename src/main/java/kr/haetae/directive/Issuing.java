package kr.haetae.directive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.DirectiveEvent;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Decides new directives, and whose one is. Pure. */
final class Issuing {
    /** Longer than any campaign (24 days in 2025). */
    private static final Duration FARTHEST = Duration.ofDays(60);

    private Issuing() {}

    static Decision decide(Picture picture, Instant at, Author author, DirectiveCommand.Issue issue) {
        return issue.addressees().refusal(picture, author)
                .or(() -> wrongDue(at, issue.due()))
                .or(() -> notReplaceable(picture, author, issue.supersedes()))
                .or(() -> notDecided(picture, author, issue))
                .orElseGet(() -> Decision.accept(issued(picture, author, issue)));
    }

    private static DirectiveEvent issued(Picture picture, Author author, DirectiveCommand.Issue issue) {
        UnitCode unit = author.unit();
        String number = "%s 지시 %d".formatted(picture.tree().unit(unit).orElseThrow().label(),
                picture.counter(counter(unit)) + 1);
        UUID decision = issue.decision();
        if (decision == null && issue.supersedes() != null) {
            decision = picture.find(Directive.key(issue.supersedes()), Directive.class).map(Directive::decision)
                    .orElse(null);
        }
        return new DirectiveEvent.DirectiveIssued(issue.directive(), number, unit, issue.addressees().to(),
                issue.addressees().below(), issue.addressees().rooms(picture.tree()),
                issue.posts().stream().distinct().sorted().toList(), issue.urgency(), issue.title(), issue.text(),
                issue.due(), issue.supersedes(), decision, author.person());
    }

    private static Optional<Decision> wrongDue(Instant at, @Nullable Instant due) {
        if (due == null) {
            return Optional.empty();
        }
        if (!due.isAfter(at)) {
            return Optional.of(Decision.refuse(Reason.DUE_IN_PAST, "It can't be done by " + due + "; it is " + at
                    + " now.", "/due"));
        }
        return due.isAfter(at.plus(FARTHEST))
                ? Optional.of(Decision.refuse(Reason.SPAN_OUT_OF_RANGE, "It is due within " + FARTHEST.toDays()
                        + " days, not at " + due + ".", "/due"))
                : Optional.empty();
    }

    private static Optional<Decision> notReplaceable(Picture picture, Author author, @Nullable UUID supersedes) {
        if (supersedes == null) {
            return Optional.empty();
        }
        Optional<Directive> old = picture.visible(author, Directive.key(supersedes), Directive.class);
        return old.isEmpty()
                ? Optional.of(Decision.refuse(Reason.UNKNOWN_DIRECTIVE, "There is no directive " + supersedes + ".",
                        "/supersedes"))
                : own(picture, author, old.get()).or(() -> over(old.get()));
    }

    /** From a decision comes one directive, and whatever supersedes that. */
    private static Optional<Decision> notDecided(Picture picture, Author author, DirectiveCommand.Issue issue) {
        UUID id = issue.decision();
        if (id == null) {
            return Optional.empty();
        }
        Optional<ConferenceDecision> decision = picture.visible(author, ConferenceDecision.key(id),
                ConferenceDecision.class).filter(it -> picture.tree().covers(author.unit(), it.unit()));
        if (decision.isEmpty()) {
            return Optional.of(Decision.refuse(Reason.UNKNOWN_DECISION, "There is no decision " + id
                    + " of a conference of yours.", "/decision"));
        }
        UUID born = decision.get().directive();
        return born != null && !Objects.equals(born, issue.supersedes())
                && picture.find(Directive.key(born), Directive.class).filter(Directive::open).isPresent()
                        ? Optional.of(Decision.refuse(Reason.ALREADY_THERE,
                                "A directive came from this decision already; supersede that.", "/decision"))
                        : Optional.empty();
    }

    /** Why the directive is not the author's to change: it is its issuer's and that of whoever stands above. */
    static Optional<Decision> own(Picture picture, Author author, Directive directive) {
        return picture.tree().covers(author.unit(), directive.unit()) ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.NOT_YOUR_DIRECTIVE,
                        directive.number() + " is " + directive.unit() + "'s, not yours to change."));
    }

    static Optional<Decision> over(Directive directive) {
        return directive.open() ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.DIRECTIVE_OVER, directive.number() + " is " + directive.state()
                        + (directive.ending() == null ? "." : " since " + directive.ending().at() + ".")));
    }

    /** What counts a unit's numbers. */
    static String counter(UnitCode unit) {
        return "directive/" + unit;
    }
}
