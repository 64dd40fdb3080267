package kr.haetae.event;

import java.util.List;

/**
 * Who gets incidents of some kinds. The first rule that names a kind counts; what no rule names is the situation room's.
 *
 * @param atAgency past the station: the provincial agency above owns them
 */
public record RoutingRule(List<IncidentKind> kinds, Handling handling, boolean atAgency) {
    public RoutingRule {
        kinds = List.copyOf(kinds);
    }
}
