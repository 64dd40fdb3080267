package kr.haetae.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.Commission;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.Person;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.CommandTree;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Site;
import org.jspecify.annotations.Nullable;

/**
 * What election commissions are shown at once, without anybody sharing it by hand: outages of the voter register in their province, what
 * happens at their offices, and what they reported themselves. Nothing that is restricted. Pure.
 */
final class Liaisons {
    static final String REASON = "선관위 자동 공유";

    private Liaisons() {}

    /** Whether somebody of that unit may report an incident for the other: below him, or of his commission's province. */
    static boolean reaches(CommandTree tree, UnitCode reporter, UnitCode unit) {
        return tree.covers(reporter, unit) || Commission.of(reporter).stream()
                .flatMap(it -> it.agencies().stream()).anyMatch(agency -> tree.covers(agency, unit));
    }

    /** Of what the rule is asked about. */
    record Matter(UUID incident, IncidentKind kind, @Nullable UUID post, UnitCode unit, Clearance clearance) {
        static Matter of(Event.IncidentReported e) {
            return new Matter(e.incident(), e.kind(), e.post(), e.unit(), e.clearance());
        }

        static Matter of(Incident incident, IncidentKind kind, UnitCode unit) {
            return new Matter(incident.incident(), kind, incident.post(), unit, incident.clearance());
        }
    }

    /** The shares that are due, but for those that stand. */
    static List<Event> shares(Picture picture, Matter matter, List<UnitCode> standing, Person by) {
        Set<UnitCode> with = new TreeSet<>();
        if (matter.clearance() == Clearance.GENERAL) {
            UnitCode own = by.unit();
            if (own != null && Commission.of(own).isPresent()) {
                with.add(own);
            }
            if (matter.kind() == IncidentKind.REGISTER_OUTAGE || atCommission(picture, matter.post())) {
                of(picture.tree(), matter.unit()).ifPresent(it -> with.add(it.code()));
            }
        }
        List<Event> shares = new ArrayList<>();
        with.stream().filter(unit -> !standing.contains(unit))
                .limit(Math.max(0, IncidentAccess.MOST_SHARES - standing.size()))
                .forEach(unit -> shares.add(new IncidentEvent.IncidentShared(matter.incident(), unit, REASON, by)));
        return shares;
    }

    private static boolean atCommission(Picture picture, @Nullable UUID post) {
        return Optional.ofNullable(post).flatMap(it -> picture.find(Site.key(it), Site.class))
                .filter(site -> site.postKind() == PostKind.ELECTION_COMMISSION).isPresent();
    }

    private static Optional<Commission> of(CommandTree tree, UnitCode unit) {
        return tree.line(unit).stream().flatMap(it -> Commission.ofAgency(it).stream()).findFirst();
    }
}
