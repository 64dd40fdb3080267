package kr.haetae.directive;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.DirectiveEvent;
import kr.haetae.event.DirectiveRoomState;
import kr.haetae.event.OperationState;
import kr.haetae.event.Person;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Site;
import org.jspecify.annotations.Nullable;

/** Decides commands about directives that were issued; {@link Issuing} decides new ones. Pure. */
public final class Directives {
    private final Picture picture;
    private final Instant at;
    private final Author author;
    private final Person by;

    private Directives(Picture picture, Instant at, Author author) {
        this.picture = picture;
        this.at = at;
        this.author = author;
        this.by = author.person();
    }

    /** What becomes of the command on this picture; {@code at} is the operation's time. */
    public static Decision decide(Picture picture, Instant at, Author author, DirectiveCommand command) {
        if (command instanceof DirectiveCommand.Issue issue) {
            return picture.notOpen().orElseGet(() -> Issuing.decide(picture, at, author, issue));
        }
        if (picture.operation().filter(it -> it.state() != OperationState.PREPARED).isEmpty()) {
            return picture.notOpen().orElseThrow();
        }
        return picture.visible(author, Directive.key(command.directive()), Directive.class)
                .map(directive -> new Directives(picture, at, author).decide(directive, command))
                .orElseGet(() -> Decision.refuse(Reason.UNKNOWN_DIRECTIVE,
                        "There is no directive " + command.directive() + " for you."));
    }

    private Decision decide(Directive directive, DirectiveCommand command) {
        return switch (command) {
            case DirectiveCommand.Issue c -> throw new IllegalArgumentException("decided before");
            case DirectiveCommand.Read c -> step(directive, c, DirectiveRoomState.READ,
                    unit -> new DirectiveEvent.DirectiveRead(c.directive(), unit, by));
            case DirectiveCommand.Acknowledge c -> step(directive, c, DirectiveRoomState.ACKNOWLEDGED,
                    unit -> new DirectiveEvent.DirectiveAcknowledged(c.directive(), unit, by));
            case DirectiveCommand.Complete c -> step(directive, c, DirectiveRoomState.DONE,
                    unit -> new DirectiveEvent.DirectiveDone(c.directive(), unit, c.note(), by));
            case DirectiveCommand.Reopen c -> reopen(directive, c);
            case DirectiveCommand.Chase c -> chase(directive, c);
            case DirectiveCommand.Withdraw c -> own(directive).or(() -> over(directive))
                    .orElseGet(() -> Decision.accept(
                            new DirectiveEvent.DirectiveWithdrawn(c.directive(), c.reason(), by)));
            case DirectiveCommand.AcknowledgePost c -> acknowledgePost(directive, c);
        };
    }

    /** A room goes on, over steps in between, too; never back and never twice. */
    private Decision step(Directive directive, DirectiveCommand.Step command, DirectiveRoomState to,
            Function<UnitCode, DirectiveEvent> event) {
        UnitCode unit = Objects.requireNonNullElse(command.unit(), author.unit());
        if (!picture.tree().covers(author.unit(), unit)) {
            return Decision.refuse(Reason.OUTSIDE_JURISDICTION, "Unit " + unit + " is outside your jurisdiction.",
                    "/unit");
        }
        DirectiveRoom room = room(directive, unit).orElse(null);
        if (room == null) {
            return notAsked(directive, unit);
        }
        return over(directive).orElseGet(() -> room.before(to) ? Decision.accept(event.apply(unit))
                : Decision.refuse(Reason.ALREADY_THERE, "%s is %s with %s already%s.".formatted(unit, room.state(),
                        directive.number(), room.who() == null ? "" : ", by " + room.who())));
    }

    private Decision reopen(Directive directive, DirectiveCommand.Reopen c) {
        DirectiveRoom room = room(directive, c.unit()).orElse(null);
        if (room == null) {
            return own(directive).orElseGet(() -> notAsked(directive, c.unit()));
        }
        return own(directive).orElseGet(() -> switch (directive.state()) {
            case SUPERSEDED, WITHDRAWN -> over(directive).orElseThrow();
            case OPEN, CONCLUDED -> room.state() == DirectiveRoomState.DONE
                    ? Decision.accept(new DirectiveEvent.DirectiveReopened(c.directive(), c.unit(), c.reason(), by))
                    : Decision.refuse(Reason.ILLEGAL_TRANSITION, c.unit() + " has not said yet that it is done.");
        });
    }

    /** Whoever stands above late rooms may tell them again, whosever the directive is. */
    private Decision chase(Directive directive, DirectiveCommand.Chase c) {
        Optional<Decision> over = over(directive);
        if (over.isPresent()) {
            return over.get();
        }
        @Nullable
        List<UnitCode> wanted = c.rooms();
        if (wanted != null) {
            for (int i = 0; i < wanted.size(); i++) {
                if (!directive.asks(wanted.get(i))) {
                    return Decision.refuse(Reason.NOT_ASKED,
                            directive.number() + " does not ask " + wanted.get(i) + ".", "/rooms/" + i);
                }
                if (!picture.tree().covers(author.unit(), wanted.get(i))) {
                    return Decision.refuse(Reason.OUTSIDE_JURISDICTION,
                            wanted.get(i) + " is outside your jurisdiction.", "/rooms/" + i);
                }
            }
        }
        List<UnitCode> rooms = directive.asked().stream()
                .filter(unit -> picture.tree().covers(author.unit(), unit))
                .filter(unit -> wanted == null ? Lateness.late(picture, directive, unit, at)
                        : wanted.contains(unit) && Lateness.waiting(picture, directive, unit))
                .toList();
        return rooms.isEmpty()
                ? Decision.refuse(Reason.NOBODY_LATE, "There is nobody to be told again of " + directive.number() + ".")
                : Decision.accept(new DirectiveEvent.DirectivesChased(directive.directive(), rooms,
                        Lateness.steps(picture, directive) + 1, by));
    }

    private Decision acknowledgePost(Directive directive, DirectiveCommand.AcknowledgePost c) {
        Site site = picture.visible(author, Site.key(c.post()), Site.class).orElse(null);
        if (site == null) {
            return Decision.refuse(Reason.POST_NOT_FOUND, "There is no post " + c.post() + " in your jurisdiction.");
        }
        UUID own = author.post();
        if (!c.anyPost() && own != null && !own.equals(c.post())) {
            return Decision.refuse(Reason.NOT_YOUR_POST, site.name() + " is not your post.");
        }
        if (!directive.posts().contains(site.postKind())
                || picture.tree().line(site.unit()).stream().noneMatch(directive::asks)) {
            return Decision.refuse(Reason.NOT_FOR_POST, directive.number() + " is not meant for " + site.name() + ".");
        }
        return over(directive).orElseGet(() -> told(directive, site)
                ? Decision.refuse(Reason.ALREADY_THERE,
                        site.name() + " took note of " + directive.number() + " already.")
                : Decision.accept(new DirectiveEvent.DirectivePostAcknowledged(directive.directive(), c.post(),
                        site.unit(), by)));
    }

    private boolean told(Directive directive, Site site) {
        return picture.find(DirectivePosts.key(directive.directive(), site.unit()), DirectivePosts.class)
                .filter(posts -> posts.posts().contains(site.post())).isPresent();
    }

    private Optional<DirectiveRoom> room(Directive directive, UnitCode unit) {
        return picture.find(DirectiveRoom.key(directive.directive(), unit), DirectiveRoom.class);
    }

    private static Decision notAsked(Directive directive, UnitCode unit) {
        return Decision.refuse(Reason.NOT_ASKED, directive.number() + " does not ask " + unit + ".");
    }

    /** Why it is not the author's to change; empty when it is. */
    private Optional<Decision> own(Directive directive) {
        return Issuing.own(picture, author, directive);
    }

    private static Optional<Decision> over(Directive directive) {
        return Issuing.over(directive);
    }
}
