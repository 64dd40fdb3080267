package kr.haetae.http;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.haetae.event.CrimeKind;
import kr.haetae.event.IncidentKind;

/** The figures whose course can be asked for: all of the tallies (docs/protocol.md), and incidents by kind, which only courses tell. */
final class SeriesFigures {
    private static final int MAX = 80;

    private static final List<String> GROUPS = List.of(
            "incidents total open open.code0 open.code1 open.code2 open.code3 open.code4 unacknowledged escalated"
                    + " closureRequested open.investigation open.cyber",
            "erasures requested", "upwardReports unreceived", "teams total busy",
            "posts total pollingPlace earlyVotingPlace countingCentre other jurisdictionUnknown due reporting neverReported"
                    + " late lostContact silent signedOff reports",
            "visits total inside", "routes planned moving stopped arrived handedOver cancelled overdue",
            "boxes atPost onRoute atCentre", "discrepancies open explained accepted",
            "storages total watched boxes roundMissed gaps", "counting total prepared running ended",
            "muster rooms received ordered mustered",
            "people strength available planned due onPost unplanned duties",
            "deployments planned enRoute onPost relieved cancelled late doubled underStrength",
            "reserves available committed moving", "cases total open persons limitationNear");

    static final Set<String> KNOWN = Stream.of(
            GROUPS.stream().map(group -> group.split(" ")).flatMap(
                    words -> Arrays.stream(words).skip(1).map(word -> words[0] + "." + word)),
            Arrays.stream(IncidentKind.values()).map(kind -> "incidents.kind." + kind),
            Arrays.stream(CrimeKind.values()).map(kind -> "cases.kind." + kind))
            .flatMap(names -> names).collect(Collectors.toUnmodifiableSet());

    private SeriesFigures() {}

    /** {@code figures}: names separated by commas, 1 to 80 of them; a repeated one counts once. */
    static List<String> asked(Call call) {
        Set<String> asked = new LinkedHashSet<>(Arrays.asList(call.query("figures").orElseThrow(() -> Problem
                .bad("missing-parameter", "Name the figures, such as figures=incidents.total,people.onPost.")
                .exception()).split(",", -1)));
        asked.forEach(name -> {
            if (!KNOWN.contains(name)) {
                throw Problem.bad("unknown-figure", "There is no figure '"
                        + (name.length() <= 60 ? name : name.substring(0, 60) + "…") + "'.").exception();
            }
        });
        if (asked.size() > MAX) {
            throw Problem.bad("malformed-parameter", "Ask for at most " + MAX + " figures, not " + asked.size() + ".")
                    .exception();
        }
        return List.copyOf(asked);
    }
}
