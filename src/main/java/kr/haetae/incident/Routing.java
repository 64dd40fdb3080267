package kr.haetae.incident;

import kr.haetae.event.Handling;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.CommandTree;
import kr.haetae.picture.Picture;

/** Where an incident goes: which room, and of which unit. Pure. */
record Routing(Handling handling, UnitCode unit) {
    /** By the operation's rules, for an incident of the unit's. */
    static Routing of(Picture picture, IncidentKind kind, UnitCode unit) {
        return IncidentSettingsEntity.of(picture).routing().stream()
                .filter(rule -> rule.kinds().contains(kind))
                .findFirst()
                .map(rule -> new Routing(rule.handling(), rule.atAgency() ? agency(picture.tree(), unit) : unit))
                .orElseGet(() -> new Routing(Handling.SITUATION, unit));
    }

    /** Headquarters has no agency above; what it owns stays there. */
    private static UnitCode agency(CommandTree tree, UnitCode unit) {
        return tree.line(unit).stream().filter(code -> tree.kind(code) == UnitKind.AGENCY).findFirst().orElse(unit);
    }
}
