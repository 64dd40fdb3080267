package kr.haetae.drill;

import java.time.Instant;
import kr.haetae.drill.Call.Body;
import kr.haetae.event.UnitCode;

/** What somebody does, and the request of the API that does it. */
sealed interface Act
        permits ConferenceAct, DirectiveAct, ForceAct, IncidentAct, LiaisonAct, PostAct, SiteAct, TransportAct {
    Kind kind();

    /** @param at when it happens, by the operation's clock */
    Call call(Instant at);

    /** Somebody for whom a room enters something. */
    record Who(String name, UnitCode unit) {
        Body body() {
            return new Body().with("name", name).with("unit", unit.value());
        }
    }
}
