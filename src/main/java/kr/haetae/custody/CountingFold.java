package kr.haetae.custody;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import kr.haetae.event.Clearance;
import kr.haetae.event.CountingEvent;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PostKind;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Key;
import kr.haetae.picture.Site;
import kr.haetae.picture.SiteMatter;

/** Folds what was decided about counting centres; there is one for each post of the kind. Comes after posts and incidents. Pure. */
public final class CountingFold implements Evolution {
    private static final String INCIDENT = "incident";
    private static final Set<IncidentKind> TIED = Set.of(IncidentKind.BALLOT_BOX_OBSTRUCTION,
            IncidentKind.COUNT_OBSTRUCTION, IncidentKind.RIGGING_CLAIM);

    @Override
    public void apply(Draft draft, Entry entry) {
        draft.changed().stream().filter(key -> key.kind().equals(INCIDENT)).forEach(key -> tie(draft, key));
        switch (entry.event()) {
            case Event.PostsPlaced e -> place(draft, e.posts().stream().map(PlacedPost::id).toList());
            case Event.PostAssigned e -> place(draft, List.of(e.post()));
            case CountingEvent e -> apply(draft, entry, e);
            case ErasureEvent.EntryErased e when e.redacted() instanceof CountingEvent.CountingCommanderNamed left ->
                change(draft, left.post(), it -> it.withoutContact(e.seq()));
            default -> {}
        }
    }

    private static void apply(Draft draft, Entry entry, CountingEvent event) {
        change(draft, event.post(), centre -> switch (event) {
            case CountingEvent.CordonsSet e -> centre.with(e.cordons());
            case CountingEvent.CountingCommanderNamed e -> centre.commanded(
                    new CountingCentre.Commander(e.commander(), e.contact(), entry.seq()));
            case CountingEvent.CountingStageReached e -> centre.at(e.stage(), e.at());
            case CountingEvent.CountingStageCorrected e -> centre.back(e.stage());
            case CountingEvent.CountingEndReported e -> centre.ended(
                    new CountingCentre.EndReport(e.at(), e.commission(), e.by()));
        });
        draft.find(CountingCentre.key(event.post())).ifPresent(centre -> draft.concern(centre.key()));
    }

    private static void change(Draft draft, UUID post, UnaryOperator<CountingCentre> step) {
        draft.find(CountingCentre.key(post), CountingCentre.class).ifPresent(it -> draft.put(step.apply(it)));
    }

    /** What the incident is tied to now, instead of what it was. */
    private static void tie(Draft draft, Key incident) {
        Optional<CountingIncident> before = draft.find(CountingIncident.key(incident.id()), CountingIncident.class);
        Optional<CountingIncident> now = draft.find(incident, SiteMatter.class)
                .filter(it -> TIED.contains(it.incidentKind()) && it.audience().clearance() == Clearance.GENERAL)
                .flatMap(it -> centre(draft, it).map(centre -> new CountingIncident(UUID.fromString(incident.id()),
                        centre.post(), centre.unit(), it.incidentKind(), it.open())));
        if (before.equals(now)) {
            return;
        }
        before.ifPresent(it -> change(draft, it.post(), centre -> centre.incidents(it.open() ? -1 : 0, -1)));
        now.ifPresent(it -> change(draft, it.post(), centre -> centre.incidents(it.open() ? 1 : 0, 1)));
        if (now.isPresent()) {
            draft.put(now.get());
        } else {
            draft.drop(CountingIncident.key(incident.id()));
        }
    }

    private static Optional<CountingCentre> centre(Draft draft, SiteMatter matter) {
        return Optional.ofNullable(matter.post())
                .flatMap(post -> draft.find(CountingCentre.key(post), CountingCentre.class));
    }

    private static void place(Draft draft, List<UUID> posts) {
        for (UUID post : posts) {
            Optional<Site> site = draft.find(Site.key(post), Site.class);
            Optional<CountingCentre> centre = draft.find(CountingCentre.key(post), CountingCentre.class);
            if (site.isPresent() && centre.isEmpty() && site.get().postKind() == PostKind.COUNTING_CENTRE) {
                draft.put(CountingCentre.placed(post, site.get().unit()));
            } else if (site.isPresent() && centre.isPresent() && !centre.get().unit().equals(site.get().unit())) {
                CountingCentre now = centre.get().of(site.get().unit());
                draft.put(now);
                StreamSupport.stream(draft.all(CountingIncident.KIND).spliterator(), false)
                        .map(held -> (CountingIncident) held.entity()).filter(it -> it.post().equals(post)).toList()
                        .forEach(it -> draft.put(it.of(now.unit())));
            }
        }
    }
}
