package kr.haetae.erasure;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Person;
import kr.haetae.event.Reason;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;

/**
 * Decides who may destroy what, and folds it. What the words made of the picture is the business of the capability whose words they
 * were. Pure.
 */
public final class Erasures implements Evolution {
    /** What becomes of the command on this picture. An operation need not be open: words outlive it. */
    public static Decision decide(Picture picture, Author author, ErasureCommand command) {
        Optional<Erasure> standing = picture.find(Erasure.key(command.seq()), Erasure.class);
        if (command.seq() > picture.cursor().seq()) {
            return Decision.refuse(Reason.UNKNOWN_ENTRY, "There is no entry " + command.seq() + ".");
        }
        if (standing.filter(it -> it.state() == ErasureState.ERASED).isPresent()) {
            return Decision.refuse(Reason.ALREADY_ERASED, "The words of entry " + command.seq() + " are gone already.");
        }
        Optional<Erasure> asked = standing.filter(it -> it.state() == ErasureState.REQUESTED);
        return switch (command) {
            case ErasureCommand.Request c -> asked
                    .map(it -> Decision.refuse(Reason.ERASURE_PENDING, it.requestedBy().name()
                            + " has asked for this already; somebody else may approve it."))
                    .map(Decision.class::cast)
                    .orElseGet(() -> Decision.accept(new ErasureEvent.ErasureRequested(c.seq(), c.subject(),
                            c.reason(), c.basis(), author.person())));
            case ErasureCommand.Approve c -> asked.map(it -> approve(it, author, c)).orElseGet(() -> notAsked(c));
            case ErasureCommand.Refuse c -> asked
                    .map(it -> Decision.accept(
                            new ErasureEvent.ErasureRefused(c.seq(), it.subject(), c.reason(), author.person())))
                    .orElseGet(() -> notAsked(c));
        };
    }

    private static Decision approve(Erasure asked, Author author, ErasureCommand.Approve command) {
        return Objects.equals(asked.requestedBy().account(), author.account())
                ? Decision.refuse(Reason.ANOTHER_PERSON_NEEDED,
                        "You asked for this yourself; another person has to approve it.")
                : Decision.accept(new ErasureEvent.EntryErased(command.seq(), asked.subject(), command.left(),
                        asked.reason(), asked.basis(), asked.requestedBy(), author.person()));
    }

    private static Decision notAsked(ErasureCommand command) {
        return Decision.refuse(Reason.ERASURE_NOT_REQUESTED,
                "Nobody asks for the words of entry " + command.seq() + " to be destroyed.");
    }

    /** Whether words were destroyed after that entry: what was made of an older picture may still hold them. */
    public static boolean since(Picture picture, long seq) {
        for (Held held : picture.all(Erasure.KIND)) {
            if (held.seq() > seq && ((Erasure) held.entity()).state() == ErasureState.ERASED) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void apply(Draft draft, Entry entry) {
        Instant at = entry.at();
        switch (entry.event()) {
            case ErasureEvent.ErasureRequested e -> {
                draft.operation().ifPresent(operation -> draft.put(new Erasure(e.seq(), operation.root(), e.subject(),
                        e.reason(), e.basis(), ErasureState.REQUESTED, at, e.by(), null, null)));
                concern(draft, e.subject());
            }
            case ErasureEvent.ErasureRefused e -> {
                decided(draft, e.seq(), ErasureState.REFUSED, entry, e.by());
                concern(draft, e.subject());
            }
            case ErasureEvent.EntryErased e -> {
                decided(draft, e.seq(), ErasureState.ERASED, entry, e.by());
                if (!draft.changed(key(e.subject()))) {
                    concern(draft, e.subject());
                }
            }
            default -> {}
        }
    }

    private static void decided(Draft draft, long seq, ErasureState how, Entry entry, Person by) {
        draft.find(Erasure.key(seq), Erasure.class)
                .ifPresent(it -> draft.put(it.decided(how, entry.at(), by)));
    }

    private static void concern(Draft draft, String subject) {
        draft.concern(key(subject));
    }

    private static Key key(String subject) {
        int slash = subject.indexOf('/');
        return new Key(subject.substring(0, slash), subject.substring(slash + 1));
    }
}
