package kr.haetae.force;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.DeploymentState;
import kr.haetae.event.Event;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.Person;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Officers arrive at posts (도착), and leave them. */
final class CheckIns {
    /** How long before the end of a shift the next one relieves it; ours. */
    private static final Duration HANDOVER = Duration.ofMinutes(30);

    private CheckIns() {}

    static Decision decide(Picture picture, Instant at, Author author, ForceCommand.CheckIn c) {
        Optional<Decision> not = picture.notOpen().or(() -> Rules.untimely(at, c.occurred()));
        if (not.isPresent()) {
            return not.get();
        }
        ForceCommand.Officer officer = officer(author, c.who());
        UUID post = c.post() == null ? officer.post() : c.post();
        if (post == null) {
            return Decision.refuse(Reason.PLACE_MISSING, "Say at which post; no post is assigned.", "/post");
        }
        return Rules.unitOf(picture, post)
                .map(unit -> arrive(picture, author, c, new Arrival(picture, officer, post, unit, c.occurred().at())))
                .orElseGet(() -> Rules.unknownPost(post, "/post"));
    }

    private static Decision arrive(Picture picture, Author author, ForceCommand.CheckIn c, Arrival arrival) {
        Person who = arrival.who();
        if (!permitted(picture, author, arrival, c.who() == null)) {
            return Rules.outside("The post", arrival.unit(), author.unit(), "/post");
        }
        if (arrival.here()) {
            return Decision.refuse(Reason.ALREADY_THERE, who.name() + " is checked in at this post already.", "/post");
        }
        Optional<Deployment> duty = arrival.deployment();
        List<Event> events = new ArrayList<>();
        events.add(new ForceEvent.CheckedIn(arrival.post(), arrival.unit(), duty.map(Deployment::deployment)
                .orElse(null), who, c.occurred(), c.position(), c.reason(), author.person()));
        duty.ifPresent(next -> relieved(arrival, next).forEach(former -> events.add(new ForceEvent.DeploymentMoved(
                former.deployment(), DeploymentState.RELIEVED, c.occurred(), null, author.person()))));
        return new Decision.Accepted(events);
    }

    /** Everybody where he is assigned or planned; a supervisor his people anywhere, and anybody on his ground. */
    private static boolean permitted(Picture picture, Author author, Arrival arrival, boolean self) {
        UnitCode unit = arrival.who().unit();
        return picture.tree().covers(author.unit(), arrival.unit())
                || (self ? arrival.assigned() : unit != null && picture.tree().covers(author.unit(), unit));
    }

    /** The former shift at the same posts, as soon as as many of the next are there. */
    private static List<Deployment> relieved(Arrival arrival, Deployment next) {
        int there = arrival.joining(next);
        return arrival.duties().stream()
                .filter(it -> it.state() == DeploymentState.ON_POST && it.posts().equals(next.posts()))
                .filter(it -> it.from().isBefore(next.from()) && it.until().isBefore(next.until()))
                .filter(it -> !arrival.at().isBefore(it.until().minus(HANDOVER)))
                .filter(it -> it.attendance().present() <= there)
                .toList();
    }

    static Decision decide(Picture picture, Instant at, Author author, ForceCommand.CheckOut c) {
        Optional<Decision> not = picture.notOpen().or(() -> Rules.untimely(at, c.occurred()));
        if (not.isPresent()) {
            return not.get();
        }
        Person who = officer(author, c.who()).person();
        Optional<Presence> presence = picture.find(Presence.key(ForceId.of(who)), Presence.class)
                .filter(it -> c.who() == null || picture.tree().covers(author.unit(), it.unit())
                        || mine(picture, author, who));
        if (presence.isEmpty()) {
            return Decision.refuse(Reason.NOT_THERE, who.name() + " is not checked in anywhere.");
        }
        return Rules.outOfOrder(presence.get().at(), c.occurred().at())
                .orElseGet(() -> Decision.accept(new ForceEvent.CheckedOut(presence.get().post(), presence.get().unit(),
                        who, c.occurred(), c.reason(), author.person())));
    }

    private static boolean mine(Picture picture, Author author, Person who) {
        UnitCode unit = who.unit();
        return unit != null && picture.tree().covers(author.unit(), unit);
    }

    private static ForceCommand.Officer officer(Author author, ForceCommand.@Nullable Officer who) {
        return who == null ? new ForceCommand.Officer(author.person(), author.post()) : who;
    }
}
