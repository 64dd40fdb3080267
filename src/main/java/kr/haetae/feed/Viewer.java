package kr.haetae.feed;

import java.util.Set;
import kr.haetae.auth.LoginSession;
import kr.haetae.event.UnitCode;
import kr.haetae.event.Clearance;

/**
 * Who looks.
 *
 * @param session the log-in session; with it end all its sockets
 * @param unit the jurisdiction: the scope of a view must lie within
 */
public record Viewer(LoginSession session, UnitCode unit, Set<Clearance> clearances) {
    public Viewer {
        clearances = Set.copyOf(clearances);
    }
}
