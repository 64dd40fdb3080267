package kr.haetae.drill;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.ForceKind;
import kr.haetae.event.UnitCode;

/**
 * A planned deployment.
 *
 * @param posts one, or the circuit in its order
 * @param planned how many people
 */
record Duty(UUID id, Service service, UnitCode unit, List<UUID> posts, int planned, Instant from, Instant until) {
    /** What it is for. */
    enum Service {
        /** 투표소 고정 근무, two officers: they check themselves in. */
        POLLING_PLACE(ForceKind.PRECINCT_PATROL),
        /** 거점·연계순찰. */
        PATROL(ForceKind.PRECINCT_PATROL),
        /** 사전투표함 보관소. */
        STORAGE(ForceKind.STATION_OFFICERS),
        /** 투표함 회송. */
        TRANSPORT(ForceKind.STATION_OFFICERS),
        /** 회송로 교통 관리. */
        ESCORT(ForceKind.TRAFFIC),
        /** 개표소, one of its three cordons. */
        COUNTING(ForceKind.STATION_OFFICERS),
        /** 상황실 대기·112 신속 대응, for a circuit of posts: a room itself is no post. */
        STANDBY(ForceKind.STATION_OFFICERS);

        private final ForceKind force;

        Service(ForceKind force) {
            this.force = force;
        }

        /** Whose people of the station do it. */
        ForceKind force() {
            return force;
        }
    }

    Duty {
        posts = List.copyOf(posts);
    }
}
