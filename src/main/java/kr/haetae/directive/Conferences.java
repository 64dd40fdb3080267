package kr.haetae.directive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kr.haetae.event.AgendaItem;
import kr.haetae.event.Author;
import kr.haetae.event.ConferenceEvent;
import kr.haetae.event.ConferenceState;
import kr.haetae.event.Decision;
import kr.haetae.event.OperationState;
import kr.haetae.event.Person;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Decides commands about conferences. Pure. */
public final class Conferences {
    /** One that began a moment ago is entered as it began; what is longer ago is no invitation. Ours. */
    private static final Duration BEHIND = Duration.ofMinutes(5);

    private final Picture picture;
    private final Author author;
    private final Person by;
    private final Conference conference;

    private Conferences(Picture picture, Author author, Conference conference) {
        this.picture = picture;
        this.author = author;
        this.by = author.person();
        this.conference = conference;
    }

    /**
     * What becomes of the command on this picture; {@code at} is the operation's time. What was convened is brought to its end also
     * once the operation is closed.
     */
    public static Decision decide(Picture picture, Instant at, Author author, ConferenceCommand command) {
        if (command instanceof ConferenceCommand.Convene c) {
            return picture.notOpen().orElseGet(() -> convene(picture, at, author, c));
        }
        if (picture.operation().filter(it -> it.state() != OperationState.PREPARED).isEmpty()) {
            return picture.notOpen().orElseThrow();
        }
        return picture.visible(author, Conference.key(command.conference()), Conference.class)
                .map(it -> new Conferences(picture, author, it).decide(command))
                .orElseGet(() -> Decision.refuse(Reason.UNKNOWN_CONFERENCE,
                        "There is no conference " + command.conference() + " for you."));
    }

    private static Decision convene(Picture picture, Instant at, Author author, ConferenceCommand.Convene c) {
        ConferenceCommand.Terms terms = c.terms();
        if (terms.startsAt().isBefore(at.minus(BEHIND))) {
            return Decision.refuse(Reason.STARTS_IN_PAST, "It can't begin at " + terms.startsAt() + "; it is " + at
                    + " now.", "/startsAt");
        }
        UnitCode unit = author.unit();
        String number = "%s 회의 %d".formatted(picture.tree().unit(unit).map(it -> it.label()).orElse(unit.value()),
                picture.counter(counter(unit)) + 1);
        return terms.addressees().refusal(picture, author).or(() -> malformed(terms.agenda()))
                .orElseGet(() -> Decision.accept(new ConferenceEvent.ConferenceConvened(c.conference(), number, unit,
                        terms.addressees().to(), terms.addressees().below(), terms.title(), terms.startsAt(),
                        terms.minutes(), terms.agenda(), terms.link(), terms.addressees().rooms(picture.tree()),
                        author.person())));
    }

    private static Optional<Decision> malformed(List<AgendaItem> agenda) {
        return agenda.stream().map(AgendaItem::item).distinct().count() == agenda.size() ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.AGENDA_MALFORMED, "An item stands on the agenda twice.",
                        "/agenda"));
    }

    private Decision decide(ConferenceCommand command) {
        UUID id = conference.conference();
        return switch (command) {
            case ConferenceCommand.Convene c -> throw new IllegalArgumentException("decided before");
            case ConferenceCommand.Change c -> kept(() -> change(c.terms()));
            case ConferenceCommand.Start c -> kept(() -> conference.state() == ConferenceState.RUNNING
                    ? Decision.refuse(Reason.ALREADY_THERE, conference.number() + " runs already.")
                    : Decision.accept(new ConferenceEvent.ConferenceStarted(id, by)));
            case ConferenceCommand.End c -> kept(() -> conference.state() == ConferenceState.CONVENED
                    ? Decision.refuse(Reason.ILLEGAL_TRANSITION,
                            conference.number() + " has not begun; cancel it instead.")
                    : Decision.accept(new ConferenceEvent.ConferenceEnded(id, by)));
            case ConferenceCommand.Cancel c -> kept(() -> conference.state() == ConferenceState.RUNNING
                    ? Decision.refuse(Reason.ILLEGAL_TRANSITION, conference.number() + " runs; end it instead.")
                    : Decision.accept(new ConferenceEvent.ConferenceCancelled(id, c.reason(), by)));
            case ConferenceCommand.Attend c -> attend(c);
            case ConferenceCommand.AddItem c -> kept(() -> add(c.item()));
            case ConferenceCommand.Note c -> recorded(c.item(),
                    new ConferenceEvent.ConferenceItemNoted(id, c.note(), c.item(), c.text(), by));
            case ConferenceCommand.Decide c -> recorded(c.item(),
                    new ConferenceEvent.ConferenceDecided(id, c.decision(), c.item(), c.text(), by));
        };
    }

    /** Whoever has joined stays invited; what a running conference has called stays on its agenda. */
    private Decision change(ConferenceCommand.Terms terms) {
        Optional<Decision> refusal = terms.addressees().refusal(picture, author).or(() -> malformed(terms.agenda()));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (conference.state() == ConferenceState.RUNNING && conference.agenda().stream()
                .anyMatch(old -> terms.agenda().stream().noneMatch(it -> it.item().equals(old.item())))) {
            return Decision.refuse(Reason.AGENDA_MALFORMED,
                    conference.number() + " runs; its items can be worded anew, not taken away.", "/agenda");
        }
        List<UnitCode> wanted = terms.addressees().rooms(picture.tree());
        List<UnitCode> rooms = Stream.concat(wanted.stream(), conference.invited().stream()
                .filter(unit -> !wanted.contains(unit) && room(unit).filter(it -> it.joinedAt() != null).isPresent()))
                .toList();
        ConferenceEvent.ConferenceChanged changed = new ConferenceEvent.ConferenceChanged(conference.conference(),
                terms.addressees().to(), terms.addressees().below(), terms.title(), terms.startsAt(),
                terms.minutes(), terms.agenda(), terms.link(), rooms, by);
        return conference.changed(changed).equals(conference)
                ? Decision.refuse(Reason.NOTHING_CHANGED, conference.number() + " says so already.")
                : Decision.accept(changed);
    }

    private Decision add(AgendaItem item) {
        if (conference.holds(item.item())) {
            return Decision.refuse(Reason.ALREADY_THERE, "This item stands on the agenda already.");
        }
        return conference.agenda().size() >= ConferenceCommand.MOST_ITEMS
                ? Decision.refuse(Reason.AGENDA_MALFORMED,
                        "The agenda has " + ConferenceCommand.MOST_ITEMS + " items, and takes no more.", "/text")
                : Decision.accept(new ConferenceEvent.ConferenceItemAdded(conference.conference(), item, by));
    }

    /** Also once it has ended: minutes are completed afterwards. */
    private Decision recorded(@Nullable UUID item, ConferenceEvent event) {
        return own().orElseGet(() -> switch (conference.state()) {
            case CONVENED -> Decision.refuse(Reason.ILLEGAL_TRANSITION, conference.number() + " has not begun.");
            case CANCELLED -> over();
            case RUNNING, ENDED -> conference.holds(item) ? Decision.accept(event)
                    : Decision.refuse(Reason.UNKNOWN_ITEM, "The agenda has no item " + item + ".", "/item");
        });
    }

    private Decision attend(ConferenceCommand.Attend command) {
        UnitCode unit = Objects.requireNonNullElse(command.unit(), author.unit());
        if (!picture.tree().covers(author.unit(), unit)) {
            return Decision.refuse(Reason.OUTSIDE_JURISDICTION, "Unit " + unit + " is outside your jurisdiction.",
                    "/unit");
        }
        ConferenceRoom room = room(unit).orElse(null);
        if (room == null) {
            return Decision.refuse(Reason.NOT_INVITED, unit + " is not invited to " + conference.number() + ".");
        }
        if (conference.state().over()) {
            return over();
        }
        UUID id = conference.conference();
        return switch (command) {
            case ConferenceCommand.Join c -> room.present()
                    ? Decision.refuse(Reason.ALREADY_THERE, unit + " is there since " + room.joinedAt() + ".")
                    : Decision.accept(new ConferenceEvent.ConferenceJoined(id, unit, by));
            case ConferenceCommand.Leave c -> room.present()
                    ? Decision.accept(new ConferenceEvent.ConferenceLeft(id, unit, by))
                    : Decision.refuse(Reason.NOT_THERE, unit + " is not there.");
            case ConferenceCommand.BeAbsent c -> room.joinedAt() == null
                    ? Decision.accept(new ConferenceEvent.ConferenceAbsent(id, unit, c.reason(), by))
                    : Decision.refuse(Reason.ILLEGAL_TRANSITION, unit + " was there since " + room.joinedAt() + ".");
        };
    }

    private Optional<ConferenceRoom> room(UnitCode unit) {
        return picture.find(ConferenceRoom.key(conference.conference(), unit), ConferenceRoom.class)
                .filter(room -> conference.invited().contains(unit));
    }

    /** What only the convener, and whoever stands above, does, and only while it is not over. */
    private Decision kept(Supplier<Decision> decision) {
        return own().orElseGet(() -> conference.state().over() ? over() : decision.get());
    }

    private Optional<Decision> own() {
        return picture.tree().covers(author.unit(), conference.unit()) ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.NOT_YOUR_CONFERENCE,
                        conference.number() + " is " + conference.unit() + "'s, not yours to keep."));
    }

    private Decision over() {
        return Decision.refuse(Reason.CONFERENCE_OVER,
                conference.number() + " is " + conference.state() + " since " + conference.endedAt() + ".");
    }

    /** What counts a unit's numbers. */
    static String counter(UnitCode unit) {
        return "conference/" + unit;
    }
}
