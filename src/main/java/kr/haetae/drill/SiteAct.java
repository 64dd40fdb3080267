package kr.haetae.drill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.haetae.drill.Call.Body;
import kr.haetae.event.Cordon;
import kr.haetae.event.CountingStage;

/** What is done at storages of early votes and counting centres. */
sealed interface SiteAct extends Act {
    /** @param seals put on before observers, by their numbers */
    record OpenStorage(UUID post, int boxes, List<String> seals, int observers) implements SiteAct {
        public OpenStorage {
            seals = List.copyOf(seals);
        }

        @Override
        public Kind kind() {
            return Kind.STORAGE;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/storages/" + post + "/opening", new Body().with("boxes", boxes).with("seals", seals)
                    .with("observers", observers).with("at", at));
        }
    }

    record MakeRound(UUID post) implements SiteAct {
        @Override
        public Kind kind() {
            return Kind.ROUND;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/storages/" + post + "/rounds", new Body().with("at", at));
        }
    }

    /** @param seals as they were read */
    record CheckSeals(UUID post, List<String> seals) implements SiteAct {
        public CheckSeals {
            seals = List.copyOf(seals);
        }

        @Override
        public Kind kind() {
            return Kind.SEALS;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/storages/" + post + "/seal-checks",
                    new Body().with("seals", seals).with("intact", true).with("at", at));
        }
    }

    record ClearStorage(UUID post) implements SiteAct {
        @Override
        public Kind kind() {
            return Kind.STORAGE_CLEARED;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/storages/" + post + "/clearance", new Body().with("at", at));
        }
    }

    /** @param strengths of the three cordons, planned and there */
    record SetCordons(UUID post, List<Integer> strengths) implements SiteAct {
        public SetCordons {
            strengths = List.copyOf(strengths);
        }

        @Override
        public Kind kind() {
            return Kind.CORDONS;
        }

        @Override
        public Call call(Instant at) {
            List<Map<String, Object>> cordons = new ArrayList<>();
            for (Cordon cordon : Cordon.values()) {
                int people = strengths.get(cordons.size());
                cordons.add(new Body().with("cordon", cordon).with("planned", people).with("actual", people).fields());
            }
            return Call.put("/counting-centres/" + post + "/cordons", new Body().with("cordons", cordons));
        }
    }

    record ReachStage(UUID post, CountingStage stage) implements SiteAct {
        @Override
        public Kind kind() {
            return Kind.STAGE;
        }

        @Override
        public Call call(Instant at) {
            return Call.post("/counting-centres/" + post + "/stage", new Body().with("stage", stage).with("at", at));
        }
    }
}
