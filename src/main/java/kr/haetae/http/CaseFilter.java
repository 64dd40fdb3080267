package kr.haetae.http;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.crime.Case;
import kr.haetae.event.CaseOrigin;
import kr.haetae.event.CaseStage;
import kr.haetae.event.CrimeKind;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Picture;

/** Which cases a list is about; everything given must hold. {@code near}: open, and warned of its limitation. */
record CaseFilter(
        Optional<UnitCode> unit,
        Optional<CaseStage> stage,
        Optional<Boolean> open,
        Optional<CrimeKind> kind,
        Optional<CaseOrigin> origin,
        Optional<UUID> incident,
        Optional<Boolean> near,
        Optional<String> words) {
    static CaseFilter of(Call call) {
        return new CaseFilter(
                call.queryUnit("unit"),
                call.queryEnum("stage", CaseStage.class),
                call.queryFlag("open"),
                call.queryEnum("kind", CrimeKind.class),
                call.queryEnum("origin", CaseOrigin.class),
                call.queryId("incident"),
                call.queryFlag("near"),
                call.query("q").map(words -> words.strip().toLowerCase(Locale.ROOT)));
    }

    void requireJurisdiction(Call call, Picture picture) {
        unit.ifPresent(scope -> Views.of(call, picture, scope));
    }

    boolean matches(Picture picture, Case it) {
        return unit.map(scope -> picture.tree().covers(scope, it.unit())).orElse(true)
                && stage.map(wanted -> wanted == it.stage()).orElse(true)
                && open.map(wanted -> wanted == it.stage().open()).orElse(true)
                && kind.map(wanted -> wanted == it.facts().crimeKind()).orElse(true)
                && origin.map(wanted -> wanted == it.facts().origin()).orElse(true)
                && incident.map(wanted -> it.incidents().contains(wanted)).orElse(true)
                && near.map(wanted -> wanted == (it.stage().open() && it.limitationAlarm() != null)).orElse(true)
                && words.map(wanted -> said(it).contains(wanted)).orElse(true);
    }

    private static String said(Case it) {
        return (it.number() + " " + it.facts().summary()).toLowerCase(Locale.ROOT);
    }
}
