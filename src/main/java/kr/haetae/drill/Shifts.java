package kr.haetae.drill;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.drill.Duty.Service;
import kr.haetae.event.DeploymentState;
import org.jspecify.annotations.Nullable;

/**
 * How the duties go: the rooms move them; officers at polling places check themselves in. A few are late, cancelled, or corrected
 * afterwards. How many is ours.
 */
final class Shifts {
    private static final double CANCELLED = 0.003;
    private static final double LATE = 0.01;
    private static final double CORRECTED = 0.003;

    private final Scenario scenario;
    private final Script script;

    Shifts(Scenario scenario, Script script) {
        this.scenario = scenario;
        this.script = script;
    }

    void add(List<Duty> duties) {
        duties.stream().filter(duty -> duty.until().isAfter(scenario.begin())).forEach(this::add);
    }

    private void add(Duty duty) {
        Chance chance = scenario.chance(duty.id(), "shift");
        boolean patrol = duty.service() == Service.PATROL || duty.service() == Service.ESCORT;
        if (patrol && chance.often(CANCELLED)) {
            move(duty, duty.from().minusSeconds(chance.from(0, 600)), DeploymentState.CANCELLED,
                    chance.of(Words.CANCELLED));
            return;
        }
        if (duty.service() != Service.POLLING_PLACE) {
            begin(duty, chance);
        }
        // A polling place's officers leave when it has signed off.
        int least = duty.service() == Service.POLLING_PLACE ? 0 : -600;
        move(duty, script.settled(duty.until().plusSeconds(chance.from(least, 600))), DeploymentState.RELIEVED, null);
    }

    private void begin(Duty duty, Chance chance) {
        boolean late = chance.often(LATE);
        Instant there = duty.from().plusSeconds(late ? chance.from(900, 1_700) : chance.from(-840, 300));
        if (duty.service() == Service.COUNTING) {
            move(duty, there.minusSeconds(1_200), DeploymentState.EN_ROUTE, null);
        }
        arrive(duty, there, DeploymentState.ON_POST, late ? chance.of(Words.LATE) : null);
        if (chance.often(CORRECTED)) {
            Act correction = new ForceAct.CorrectAttendance(duty.id(), duty.planned() - 1,
                    chance.of(Words.CORRECTIONS));
            script.add(script.settled(there.plusSeconds(1_800)), duty.unit(), Client.forces(duty.unit()),
                    duty.id().toString(),
                    correction);
        }
    }

    private void arrive(Duty duty, Instant at, DeploymentState to, @Nullable String reason) {
        script.arrive(at, duty.unit(), Client.forces(duty.unit()), name(duty.id(), to),
                new ForceAct.Move(duty.id(), to, reason));
    }

    private void move(Duty duty, Instant at, DeploymentState to, @Nullable String reason) {
        script.add(at, duty.unit(), Client.forces(duty.unit()), name(duty.id(), to),
                new ForceAct.Move(duty.id(), to, reason));
    }

    private static String name(UUID duty, DeploymentState to) {
        return duty + "/" + to;
    }
}
