package kr.haetae.level;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.LevelEvent;
import kr.haetae.event.LevelNeed;
import kr.haetae.event.Person;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.CommandTree;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Decides what is done about one declaration that the author sees. */
record LevelWork(Picture picture, Instant at, Author author, Level level) {
    Decision decide(LevelCommand.OfDeclared command) {
        if (!level.state().live()) {
            return Decision.refuse(Reason.ILLEGAL_TRANSITION,
                    level.level() + " of " + level.unit() + " is " + level.state()
                            + "; nothing becomes of it any more.");
        }
        UUID id = level.declaration();
        Person by = author.person();
        return switch (command) {
            case LevelCommand.Confirm c -> lacks(LevelNeed.CONFIRMATION).or(this::notSecond)
                    .orElseGet(() -> Decision.accept(new LevelEvent.LevelConfirmed(id, by)));
            case LevelCommand.Approve c -> lacks(LevelNeed.APPROVAL).or(this::notSuperior)
                    .orElseGet(() -> Decision.accept(new LevelEvent.LevelApproved(id, by)));
            case LevelCommand.Refuse c ->
                notAsked().orElseGet(() -> Decision.accept(new LevelEvent.LevelRefused(id, c.reason(), by)));
            case LevelCommand.Extend c -> notOwner().or(() -> badEnd(c.until()))
                    .orElseGet(() -> Decision.accept(new LevelEvent.LevelExtended(id, c.until(), c.reason(), by)));
            case LevelCommand.Lift c ->
                notOwner().orElseGet(() -> Decision.accept(new LevelEvent.LevelLifted(id, c.reason(), by)));
            case LevelCommand.Receive c -> receive();
            case LevelCommand.ReportMuster c -> report(c);
        };
    }

    private Optional<Decision> lacks(LevelNeed need) {
        return level.needs().contains(need) ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.ALREADY_THERE,
                        "This declaration waits for no " + need.name().toLowerCase(Locale.ROOT) + "."));
    }

    /** Another account, of the declaring unit or above it. */
    private Optional<Decision> notSecond() {
        Person first = declarer();
        UUID account = first == null ? null : first.account();
        boolean other = !author.account().equals(account);
        return other && LevelRights.owns(tree(), author, level) ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.SECOND_COMMANDER_NEEDED,
                        "A second commander of the declaring unit or above confirms it, not " + author.name() + " at "
                                + author.unit() + "."));
    }

    private Optional<Decision> notSuperior() {
        return LevelRights.above(tree(), author.unit(), level.unit()) ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.SUPERIOR_NEEDED,
                        "A commander above " + level.unit() + " approves it, not one at " + author.unit() + "."));
    }

    /** It is refused by whoever could say yes to what it lacks. */
    private Optional<Decision> notAsked() {
        if (level.needs().isEmpty()) {
            return Optional.of(Decision.refuse(Reason.ILLEGAL_TRANSITION,
                    "This declaration waits for nobody; it can be lifted."));
        }
        boolean confirms = level.needs().contains(LevelNeed.CONFIRMATION) && notSecond().isEmpty();
        boolean approves = level.needs().contains(LevelNeed.APPROVAL) && notSuperior().isEmpty();
        if (confirms || approves) {
            return Optional.empty();
        }
        return level.needs().contains(LevelNeed.APPROVAL) ? notSuperior() : notSecond();
    }

    private Optional<Decision> notOwner() {
        return LevelRights.owns(tree(), author, level) ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.OUTSIDE_JURISDICTION,
                        "This level was declared above " + author.unit() + "; it is changed there."));
    }

    private Optional<Decision> badEnd(Instant until) {
        if (until.equals(level.until())) {
            return Optional.of(Decision.refuse(Reason.NOTHING_CHANGED, "It ends then already.", "/until"));
        }
        return new Span(level.from(), until, "").refusal(at);
    }

    private Decision receive() {
        Optional<Muster> muster = muster(author.unit());
        if (muster.isEmpty()) {
            return notOrdered(author.unit());
        }
        return muster.get().receivedAt() == null
                ? Decision.accept(new LevelEvent.LevelReceived(level.declaration(), author.unit(), author.person()))
                : Decision.refuse(Reason.ALREADY_THERE, "Your room has taken note of it already.");
    }

    private Decision report(LevelCommand.ReportMuster c) {
        if (!tree().covers(author.unit(), c.unit())) {
            return Decision.refuse(Reason.OUTSIDE_JURISDICTION,
                    "Unit " + c.unit() + " is outside your jurisdiction " + author.unit() + ".");
        }
        return muster(c.unit())
                .map(muster -> Decision.accept(new LevelEvent.MusterReported(level.declaration(), c.unit(),
                        Objects.requireNonNullElse(c.ordered(), muster.ordered()), c.mustered(), c.note(),
                        author.person())))
                .orElseGet(() -> notOrdered(c.unit()));
    }

    private Optional<Muster> muster(UnitCode unit) {
        return picture.find(Muster.key(level.declaration(), unit), Muster.class);
    }

    private Decision notOrdered(UnitCode unit) {
        return Decision.refuse(Reason.UNKNOWN_MUSTER,
                level.level() + " of " + level.unit() + " orders nobody at " + unit
                        + ", or not yet.");
    }

    /** Who declared it; of what the plan brought, who set the plan. */
    private @Nullable Person declarer() {
        Person declared = level.declaredBy();
        return declared != null ? declared : LevelPlan.of(picture).map(LevelPlan::setBy).orElse(null);
    }

    private CommandTree tree() {
        return picture.tree();
    }
}
