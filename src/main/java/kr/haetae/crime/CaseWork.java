package kr.haetae.crime;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.haetae.event.Author;
import kr.haetae.event.CaseEvent;
import kr.haetae.event.Decision;
import kr.haetae.event.Person;
import kr.haetae.event.Reason;
import kr.haetae.picture.Picture;

/** Decides what is done with one case that is there. Pure. */
final class CaseWork {
    private final Picture picture;
    private final Instant at;
    private final Author author;
    private final Case standing;
    private final UUID id;
    private final Person by;

    CaseWork(Picture picture, Instant at, Author author, Case standing) {
        this.picture = picture;
        this.at = at;
        this.author = author;
        this.standing = standing;
        this.id = standing.caseId();
        this.by = author.person();
    }

    Decision decide(CaseCommand command) {
        return switch (command) {
            case CaseCommand.Open c -> throw new IllegalArgumentException("already decided: " + c.caseId());
            case CaseCommand.Move c -> move(c);
            case CaseCommand.Count c -> standing.persons().equals(c.persons())
                    ? Decision.refuse(Reason.NOTHING_CHANGED, standing.number() + " has these numbers already.")
                    : Decision.accept(new CaseEvent.CasePersonsCounted(id, c.persons(), c.reason(), by));
            case CaseCommand.Correct c -> correct(c);
            case CaseCommand.Transfer c -> transfer(c);
            case CaseCommand.Note c -> Decision.accept(new CaseEvent.CaseNoted(id, c.text(), by));
            case CaseCommand.Link c -> link(c);
        };
    }

    private Decision move(CaseCommand.Move c) {
        return standing.stage().next().contains(c.to())
                ? Decision.accept(new CaseEvent.CaseStageMoved(id, c.to(), c.note(), by))
                : Decision.refuse(Reason.ILLEGAL_TRANSITION, standing.number() + " is " + standing.stage()
                        + "; it cannot become " + c.to() + ". Possible now: " + possible() + ".", "/to");
    }

    private String possible() {
        return standing.stage().next().isEmpty()
                ? "nothing"
                : standing.stage().next().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }

    private Decision correct(CaseCommand.Correct c) {
        CaseEvent.CaseCorrected corrected = new CaseEvent.CaseCorrected(id, c.kind(), c.origin(), c.electionDay(),
                c.actOn(), c.summary(), c.reason(), by);
        Optional<Decision> wrong = CaseOpening.wrongDay(at, c.actOn());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        return standing.facts().corrected(corrected, standing.facts().summaryEntry()).equals(standing.facts())
                ? Decision.refuse(Reason.NOTHING_CHANGED, standing.number() + " says so already.")
                : Decision.accept(corrected);
    }

    private Decision transfer(CaseCommand.Transfer c) {
        if (!picture.tree().contains(c.unit())) {
            return Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + c.unit() + ".", "/unit");
        }
        if (c.unit().equals(standing.unit())) {
            return Decision.refuse(Reason.ALREADY_THERE, standing.number() + " already belongs to " + c.unit() + ".",
                    "/unit");
        }
        return standing.stage().open()
                ? Decision.accept(new CaseEvent.CaseTransferred(id, c.unit(), c.reason(), by))
                : Decision.refuse(Reason.ILLEGAL_TRANSITION,
                        standing.number() + " is " + standing.stage() + "; only an open case is transferred.");
    }

    private Decision link(CaseCommand.Link c) {
        if (CaseOpening.incident(picture, author, c.incident()).isEmpty()) {
            return CaseOpening.unknownIncident(c.incident());
        }
        return standing.incidents().contains(c.incident())
                ? Decision.refuse(Reason.NOTHING_CHANGED, "The two are linked already.")
                : Decision.accept(new CaseEvent.CaseLinked(id, c.incident(), by));
    }
}
