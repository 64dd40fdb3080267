package kr.haetae.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Event;
import kr.haetae.event.HandedIncident;
import kr.haetae.event.HandoverEvent;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.NamedId;
import kr.haetae.event.Reason;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;

/** Decides and folds hand-overs. Pure. */
public final class Handovers implements Evolution {
    /** What one can ask for concerning one hand-over. */
    public sealed interface Command {
        UUID handover();

        record Offer(UUID handover, @Nullable String note) implements Command {}

        record Accept(UUID handover) implements Command {}

        record Withdraw(UUID handover) implements Command {}
    }

    public static Decision decide(Picture picture, Author author, Command command) {
        if (command instanceof Command.Offer offer) {
            return offer(picture, author, offer);
        }
        Optional<Handover> found = visible(picture, author)
                .filter(handover -> handover.handover().equals(command.handover())).findFirst();
        if (found.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN_HANDOVER, "There is no such hand-over of your room.");
        }
        Handover handover = found.get();
        if (handover.acceptedBy() != null) {
            return Decision.refuse(Reason.ALREADY_THERE,
                    handover.acceptedBy().name() + " accepted it at " + handover.acceptedAt() + ".");
        }
        if (command instanceof Command.Withdraw) {
            return Decision.accept(new HandoverEvent.HandoverWithdrawn(handover.handover(), author.person()));
        }
        return author.account().equals(handover.by().account())
                ? Decision.refuse(Reason.OWN_HANDOVER, "Somebody else accepts what you hand over.")
                : Decision.accept(new HandoverEvent.HandoverAccepted(handover.handover(), author.person()));
    }

    /** One event for each clearance: the general one has the command's id, even when nothing is open. */
    private static Decision offer(Picture picture, Author author, Command.Offer command) {
        Optional<Handover> standing = visible(picture, author).filter(it -> it.acceptedAt() == null).findFirst();
        if (standing.isPresent()) {
            return Decision.refuse(Reason.HANDOVER_OPEN, standing.get().by().name() + " offered the room at "
                    + standing.get().at() + "; accept or withdraw that first.");
        }
        List<Event> events = new ArrayList<>();
        open(picture, author).forEach((clearance, items) -> events.add(new HandoverEvent.HandoverOffered(
                clearance == Clearance.GENERAL ? command.handover()
                        : NamedId.of(command.handover(), clearance.name()),
                author.unit(), clearance, command.note(), items, author.person())));
        return new Decision.Accepted(events);
    }

    private static Map<Clearance, List<HandedIncident>> open(Picture picture, Author author) {
        Map<Clearance, List<HandedIncident>> items = new EnumMap<>(Clearance.class);
        items.put(Clearance.GENERAL, new ArrayList<>());
        StreamSupport.stream(picture.all(Incident.KIND).spliterator(), false)
                .map(held -> (Incident) held.entity())
                .filter(it -> it.status().open() && it.unit().equals(author.unit())
                        && author.clearances().contains(it.clearance()))
                .sorted(Comparator.comparing(Incident::code).thenComparing(Incident::number))
                .forEach(it -> items.computeIfAbsent(it.clearance(), clearance -> new ArrayList<>())
                        .add(new HandedIncident(it.incident(), it.number(), it.incidentKind(), it.code())));
        return items;
    }

    /** Of the author's own room, as far as he is cleared. */
    private static Stream<Handover> visible(Picture picture, Author author) {
        View own = View.own(author);
        return StreamSupport.stream(picture.all(Handover.KIND).spliterator(), false)
                .map(held -> (Handover) held.entity())
                .filter(it -> it.unit().equals(author.unit()) && picture.permits(own, it));
    }

    @Override
    public void apply(Draft draft, Entry entry) {
        switch (entry.event()) {
            case HandoverEvent.HandoverOffered e -> draft.put(new Handover(e.handover(), e.unit(), e.clearance(),
                    e.note(), e.items(), e.by(), entry.at(), null, null));
            case HandoverEvent.HandoverAccepted e -> draft.find(Handover.key(e.handover()), Handover.class)
                    .ifPresent(handover -> draft.put(handover.accepted(entry.at(), e.by())));
            case IncidentEvent.IncidentRestricted e -> restrict(draft, e);
            case HandoverEvent.HandoverWithdrawn e -> draft.drop(Handover.key(e.handover()));
            case ErasureEvent.EntryErased e when e.redacted() instanceof HandoverEvent.HandoverOffered left ->
                draft.find(Handover.key(left.handover()), Handover.class)
                        .ifPresent(handover -> draft.put(handover.noted(left.note())));
            default -> {}
        }
    }

    /** What others may not know of any more must not stand in a list that they see. */
    private static void restrict(Draft draft, IncidentEvent.IncidentRestricted e) {
        for (Held held : draft.all(Handover.KIND)) {
            Handover handover = (Handover) held.entity();
            if (handover.clearance() != e.clearance() && handover.names(e.incident())) {
                draft.put(handover.without(e.incident()));
            }
        }
    }
}
