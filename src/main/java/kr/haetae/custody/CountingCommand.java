package kr.haetae.custody;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.CordonStrength;
import kr.haetae.event.CountingStage;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What one can ask for concerning a counting centre. */
public sealed interface CountingCommand {
    UUID post();

    /** @param anyPost whether the author may write for any post of his jurisdiction, not only for his own */
    record SetCordons(UUID post, List<CordonStrength> cordons, boolean anyPost) implements CountingCommand {
        public SetCordons {
            cordons = List.copyOf(cordons);
        }
    }

    record NameCommander(UUID post, Person commander, @Nullable String contact) implements CountingCommand {}

    record Reach(UUID post, CountingStage stage, Instant at, boolean anyPost) implements CountingCommand {}

    /** @param stage what it has truly reached; absent: nothing */
    record Correct(UUID post, @Nullable CountingStage stage, String reason) implements CountingCommand {}

    /** By the commission of the province. */
    record ReportEnd(UUID post, UnitCode commission, Instant at) implements CountingCommand {}

    /** People of one cordon; a site has about thirty in all. Ours. */
    int MOST_PEOPLE = 2_000;
}
