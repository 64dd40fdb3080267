package kr.haetae.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.haetae.event.Commission;
import kr.haetae.event.CountingStage;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.LiaisonMatter;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** The election commissions' liaisons: outages of the register, police asked for, counts that are over. How often is ours. */
final class Liaison {
    /** Of the provinces, in how many the register fails somewhere, and in how many police are asked for. */
    private static final double OUTAGES = 0.3;
    private static final double WANTED = 0.5;

    private final Scenario scenario;
    private final Script script;
    private final Map<UnitCode, UnitCode> agencies;

    Liaison(Scenario scenario, Script script, Country country) {
        this.scenario = scenario;
        this.script = script;
        agencies = country.agencies();
    }

    /** The commissions in whose provinces anybody plays. */
    static List<Commission> taking(Country country) {
        return Commission.ALL.stream()
                .filter(it -> it.agencies().stream().anyMatch(country.agencies().values()::contains)).toList();
    }

    void add(Country country) {
        for (Commission commission : taking(country)) {
            List<PlacedPost> places = country.posts(PostKind.POLLING_PLACE).stream()
                    .filter(post -> commission.agencies().contains(agencies.get(post.unit()))).toList();
            if (places.isEmpty()) {
                continue;
            }
            Chance chance = scenario.chance(scenario.id(commission.code().value()), "liaison");
            if (chance.often(OUTAGES)) {
                tell(commission, chance.of(places), chance, LiaisonMatter.REGISTER_OUTAGE, null, "통합선거인명부 접속 장애, 복구 중");
            }
            if (chance.often(WANTED)) {
                tell(commission, chance.of(places), chance, LiaisonMatter.POLICE_WANTED, IncidentKind.DISTURBANCE,
                        "투표관리관이 경찰관 출입을 요청함");
            }
        }
    }

    private void tell(Commission commission, PlacedPost post, Chance chance, LiaisonMatter matter,
            @Nullable IncidentKind kind, String text) {
        Instant at = scenario.at(7, 0).plusSeconds(chance.from(0, 11 * 3_600));
        String name = commission.code() + "/" + matter;
        Step told = script.add(at, commission.code(), Client.commission(commission), name,
                new LiaisonAct.Tell(matter, kind, post.id(), "[훈련] " + text, Words.name(chance)));
        if (told == null) {
            return;
        }
        UUID incident = told.id();
        Step former = told;
        Instant next = at.plusSeconds(chance.early(20, 240));
        for (Act act : List.of(new IncidentAct.Acknowledge(incident),
                new IncidentAct.Resolve(incident, chance.of(Words.RESOLUTIONS)),
                new IncidentAct.Close(incident, IncidentOutcome.NO_ACTION_NEEDED))) {
            former = script.follow(former, next, post.unit(), Client.room(post.unit()), name, act);
            next = next.plus(Duration.ofSeconds(chance.early(300, 1_500)));
        }
    }

    /** Some minutes after the police have said that the count is over. */
    void countEnds(@Nullable Step ended, PlacedPost post) {
        UnitCode agency = agencies.get(post.unit());
        if (ended == null || agency == null) {
            return;
        }
        if (!(ended.act() instanceof SiteAct.ReachStage reached) || reached.stage() != CountingStage.ENDED) {
            throw new IllegalArgumentException("not the end of a count: " + ended);
        }
        Commission.ofAgency(agency).ifPresent(commission -> script.follow(ended,
                ended.at().plusSeconds(scenario.chance(post.id(), "count end").from(60, 240)), commission.code(),
                Client.commission(commission), post.id() + "/end", new LiaisonAct.TellEnd(post.id())));
    }
}
