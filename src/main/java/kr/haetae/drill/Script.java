package kr.haetae.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** Gathers the steps of a day: within the scenario's hours, and late where an agency's network fails. */
final class Script {
    /** How long one agency hears and says nothing. Ours: long enough for a mass outage to be noticed and to end. */
    private static final Duration FAILS_AT = Duration.ofHours(13).plusMinutes(20);

    private static final Duration WORKS_AGAIN = Duration.ofHours(14).plusMinutes(50);
    /** Devices find the network again at different moments. */
    private static final int RETURN_SECONDS = 300;

    /** Who was there before the drill begins says so within this time. */
    private static final int ARRIVAL_SECONDS = 480;

    private static final Comparator<Step> ORDER = Comparator.comparing(Step::send);

    private final Scenario scenario;
    private final Map<UnitCode, UnitCode> agencies;
    private final @Nullable UnitCode failing;
    private final List<Step> steps = new ArrayList<>();

    Script(Scenario scenario, Country country) {
        this.scenario = scenario;
        agencies = country.agencies();
        List<UnitCode> all = agencies.values().stream().distinct().sorted().toList();
        failing = all.isEmpty() ? null : scenario.chance(scenario.id("network"), "fails").of(all);
    }

    /** Whose network fails. */
    @Nullable
    UnitCode failing() {
        return failing;
    }

    /**
     * Adds a command.
     *
     * @param unit where its sender is
     * @param name makes its id, together with what it is
     * @return the step; null where it lies outside the hours that are played
     */
    @Nullable
    Step add(Instant at, UnitCode unit, Client client, String name, Act act) {
        return at.isBefore(scenario.begin()) ? null : put(at, unit, client, name, act, null);
    }

    /** As {@link #add}, but whoever came before the drill begins says so at its begin. */
    @Nullable
    Step arrive(Instant at, UnitCode unit, Client client, String name, Act act) {
        Instant begin = scenario.begin();
        Instant said = at.isBefore(begin)
                ? begin.plusSeconds(scenario.chance(scenario.id(name), "arrival").from(0, ARRIVAL_SECONDS))
                : at;
        return put(said, unit, client, name, act, null);
    }

    /** When somebody who may only just have said that they are there does the next thing: not before all have said so. */
    Instant settled(Instant at) {
        Instant begin = scenario.begin();
        Instant all = begin.plusSeconds(ARRIVAL_SECONDS);
        return at.isBefore(begin) || at.isAfter(all) ? at : all.plusSeconds(1);
    }

    /** As {@link #add}, sent when the outcome of another is known; nothing without that other. */
    @Nullable
    Step follow(@Nullable Step former, Instant at, UnitCode unit, Client client, String name, Act act) {
        return former == null ? null : put(at, unit, client, name, act, former);
    }

    private @Nullable Step put(Instant at, UnitCode unit, Client client, String name, Act act, @Nullable Step former) {
        if (!at.isBefore(scenario.end())) {
            return null;
        }
        Instant send = send(at, unit, client);
        if (former != null && send.isBefore(former.send())) {
            send = former.send();
        }
        UUID id = scenario.id(act.kind() + "/" + name);
        Step step = new Step(at, send.isAfter(scenario.end()) ? scenario.end() : send, client, id, act,
                former == null ? null : former.id());
        steps.add(step);
        return step;
    }

    private Instant send(Instant at, UnitCode unit, Client client) {
        Instant fails = scenario.at(FAILS_AT);
        Instant again = scenario.at(WORKS_AGAIN);
        boolean cutOff = failing != null && failing.equals(agencies.get(unit)) && !at.isBefore(fails)
                && at.isBefore(again);
        return cutOff
                ? again.plusSeconds(scenario.chance(scenario.id(client.login()), "return").from(0, RETURN_SECONDS))
                : at;
    }

    /** All of them in the order of sending; each client's in the order in which they happen. */
    List<Step> steps() {
        return steps.stream().sorted(Comparator.comparing(Step::at)).sorted(ORDER).toList();
    }
}
