package kr.haetae.custody;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Held;
import org.jspecify.annotations.Nullable;

/** Makes one alarm of very many: for an agency of which several stations have overdue routes at once. */
final class Collapse {
    /** So many stations with an alarm make one alarm of their agency; ours: more than a screen shows without scrolling. */
    static final int STATIONS = 5;

    private Collapse() {}

    /** What becomes of the agency's alarm, if anything. It ends below half of {@link #STATIONS}, so that it does not come and go. */
    static Optional<Overdue> review(Draft draft, UnitCode agency, Instant at) {
        int units = 0;
        int routes = 0;
        for (Held held : draft.all(Overdue.KIND)) {
            Overdue alarm = (Overdue) held.entity();
            if (draft.tree().unit(alarm.unit()).filter(it -> agency.equals(it.parent())).isPresent()
                    && alarm.routes() > 0) {
                units++;
                routes += alarm.routes();
            }
        }
        Optional<Overdue> before = draft.find(Overdue.key(agency), Overdue.class);
        Overdue.@Nullable Below was = before.map(Overdue::below).orElse(null);
        boolean many = was == null ? units >= STATIONS : units * 2 >= STATIONS;
        Overdue.Below now = many ? new Overdue.Below(units, routes, was == null ? at : was.since()) : null;
        if (Objects.equals(was, now)) {
            return Optional.empty();
        }
        Overdue alarm = before.orElseGet(() -> Overdue.begun(agency, at)).standingFor(now);
        return Optional.of(was == null || (now != null && now.units() > was.units()) ? alarm.worse(at) : alarm);
    }
}
