package kr.haetae.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PostKind;
import org.jspecify.annotations.Nullable;

/**
 * What is reported, and what the rooms make of it. The whole country has the 886 calls that were counted until 05:00 on 2025-06-04:
 * 233 disturbances, 13 about traffic, 5 assaults and 635 others (domain notes, H); a part of the country has its share of each. What
 * the others were, when calls come and how long the rooms take is ours.
 */
final class Calls {
    private record Share(IncidentKind kind, int calls, int leastCode, int mostCode) {}

    private static final List<Share> SHARES = List.of(
            new Share(IncidentKind.DISTURBANCE, 233, 1, 3),
            new Share(IncidentKind.TRAFFIC, 13, 2, 3),
            new Share(IncidentKind.VIOLENCE, 5, 0, 1),
            new Share(IncidentKind.OTHER, 540, 3, 4),
            new Share(IncidentKind.POSTER_DAMAGE, 20, 3, 4),
            new Share(IncidentKind.BALLOT_PHOTOGRAPHED, 18, 2, 3),
            new Share(IncidentKind.DOUBLE_VOTE_CLAIM, 12, 2, 3),
            new Share(IncidentKind.CROWD, 12, 1, 3),
            new Share(IncidentKind.MEDICAL, 12, 1, 2),
            new Share(IncidentKind.RIGGING_CLAIM, 8, 2, 3),
            new Share(IncidentKind.BALLOT_DAMAGED, 6, 2, 3),
            new Share(IncidentKind.POWER_OR_NETWORK, 4, 1, 2),
            new Share(IncidentKind.FIRE, 2, 1, 1),
            new Share(IncidentKind.EXPLOSIVE_OR_SUSPICIOUS, 1, 0, 0));

    /** How often in each hour from 05:00 on. */
    private static final int[] HOURS = {20, 70, 60, 60, 65, 60, 55, 50, 50, 50, 50, 50, 50, 45, 45, 40, 30, 25, 15, 10,
        6,
        4, 4, 2};

    private static final int FIRST_HOUR = 5;
    /** From this hour on counting centres call, not polling places. */
    private static final int COUNTING = 21;

    private final Scenario scenario;
    private final Script script;
    private final Staff staff;
    private final List<PlacedPost> places;
    private final List<PlacedPost> centres;

    Calls(Scenario scenario, Script script, Staff staff, Country country) {
        this.scenario = scenario;
        this.script = script;
        this.staff = staff;
        places = country.posts(PostKind.POLLING_PLACE);
        centres = country.posts(PostKind.COUNTING_CENTRE);
    }

    /** @param nationwide how many polling places the whole country has */
    void add(int nationwide) {
        if (places.isEmpty()) {
            return;
        }
        for (Share share : SHARES) {
            int calls = (int) Math.round((double) share.calls() * places.size() / nationwide);
            for (int i = 0; i < calls; i++) {
                call(share, share.kind() + "/" + i);
            }
        }
    }

    private void call(Share share, String name) {
        Chance chance = scenario.chance(scenario.id(name), "call");
        int hour = FIRST_HOUR + chance.weighted(HOURS);
        Instant at = scenario.at(hour, 0).plusSeconds(chance.from(0, 3599));
        PlacedPost post = chance.of(hour >= COUNTING && !centres.isEmpty() ? centres : places);
        IncidentAct.ReportIncident report = report(share, post, chance);
        Client reporter = report.source() == IncidentSource.OFFICER ? Client.officer(post.id(), chance.from(1, 2))
                : Client.room(post.unit());
        work(script.add(at, post.unit(), reporter, name, report), post, name, chance);
    }

    private IncidentAct.ReportIncident report(Share share, PlacedPost post, Chance chance) {
        int code = chance.from(share.leastCode(), share.mostCode());
        String text = Words.what(share.kind(), chance);
        if (chance.often(0.2) && staff.has(post)) {
            return new IncidentAct.ReportIncident(post.id(), share.kind(), code, text, IncidentSource.OFFICER, null,
                    null);
        }
        boolean call = chance.often(0.85);
        return new IncidentAct.ReportIncident(post.id(), share.kind(), code, text,
                call ? IncidentSource.CALL_112 : IncidentSource.RADIO,
                call ? "112-%06d".formatted(chance.from(1, 999_999)) : null, Words.name(chance));
    }

    /** Triage and quick close matter more than severity: most are closed without anybody being sent. */
    private void work(@Nullable Step report, PlacedPost post, String name, Chance chance) {
        if (report == null) {
            return;
        }
        UUID incident = report.id();
        Client room = Client.room(post.unit());
        Instant at = report.at().plusSeconds(chance.often(0.05) ? chance.from(480, 1_100) : chance.early(20, 240));
        List<Act> acts = new ArrayList<>();
        acts.add(new IncidentAct.Acknowledge(incident));
        boolean quick = ((IncidentAct.ReportIncident) report.act()).incident() == IncidentKind.OTHER
                && chance.often(0.7);
        if (!quick) {
            acts.add(new IncidentAct.Dispatch(incident, chance.of(Words.DISPATCHES)));
        }
        if (chance.often(0.6)) {
            acts.add(new IncidentAct.Comment(incident, chance.of(Words.COMMENTS)));
        }
        if (!quick) {
            acts.add(new IncidentAct.Resolve(incident, chance.of(Words.RESOLUTIONS)));
        }
        if (chance.often(0.96)) {
            acts.add(new IncidentAct.Close(incident,
                    quick ? IncidentOutcome.NO_ACTION_NEEDED : chance.of(Words.OUTCOMES)));
        }
        Step former = report;
        for (Act act : acts) {
            former = script.follow(former, at, post.unit(), room, name, act);
            at = at.plus(Duration.ofSeconds(quick ? chance.early(60, 300) : chance.early(90, 1_500)));
        }
    }
}
