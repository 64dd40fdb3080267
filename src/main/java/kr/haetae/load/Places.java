package kr.haetae.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.haetae.roster.CommandTree;
import kr.haetae.roster.Unit;
import kr.haetae.roster.UnitKind;
import org.jspecify.annotations.Nullable;

/** Who looks at what, and by which account. */
final class Places {
    private static final int HUNDRED = 100;
    private static final int AGENCIES = 18;
    private static final CommandTree TREE = CommandTree.shipped();

    private final Terms terms;
    private int turn;

    Places(Terms terms) {
        this.terms = terms;
    }

    /** One of a hundred at headquarters, 18 over the agencies, the rest over the stations; or all in one view. */
    List<String> dashboards() {
        int all = terms.crowd().dashboards();
        List<String> scopes = new ArrayList<>();
        Optional<String> view = terms.crowd().view();
        if (view.isPresent()) {
            spread(scopes, List.of(unit(view.get())), all);
            return scopes;
        }
        int headquarters = all == 0 ? 0 : Math.max(1, all / HUNDRED);
        int agencies = all * AGENCIES / HUNDRED;
        spread(scopes, TREE.units(UnitKind.HQ), headquarters);
        spread(scopes, TREE.units(UnitKind.AGENCY), agencies);
        spread(scopes, TREE.units(UnitKind.STATION), all - headquarters - agencies);
        return scopes;
    }

    /** Phones look at their stations. */
    List<String> phones() {
        List<String> scopes = new ArrayList<>();
        spread(scopes, TREE.units(UnitKind.STATION), terms.crowd().phones());
        return scopes;
    }

    /** The stations of the unit that reports are for. */
    List<String> reporting() {
        return TREE.units(UnitKind.STATION).stream().map(Unit::code)
                .filter(station -> within(station, unit(terms.traffic().within()).code())).toList();
    }

    /** An account that may look at the scope; those that may take turns. */
    Terms.Account account(String login, String scope) {
        List<Terms.Account> fit = terms.accounts().stream()
                .filter(account -> named(account, login) && within(scope, account.unit())).toList();
        if (fit.isEmpty()) {
            throw new RehearsalRefused("None of the %d accounts given is called %s and may look at %s.".formatted(
                    terms.accounts().size(), login, scope));
        }
        return fit.get(turn++ / terms.crowd().socketsOfLogin() % fit.size());
    }

    Terms.Account reporter() {
        return account(terms.traffic().login(), terms.traffic().within());
    }

    /** Whether a unit is another one or stands below it. */
    static boolean within(String unit, String upper) {
        @Nullable
        String above = unit;
        while (above != null && !above.equals(upper)) {
            above = TREE.unit(above).map(Unit::parent).orElse(null);
        }
        return above != null;
    }

    private static boolean named(Terms.Account account, String login) {
        return login.endsWith("*") ? account.login().startsWith(login.substring(0, login.length() - 1))
                : account.login().equals(login);
    }

    private static Unit unit(String code) {
        return TREE.unit(code).orElseThrow(() -> new RehearsalRefused("There is no unit " + code + "."));
    }

    private static void spread(List<String> scopes, List<Unit> units, int screens) {
        for (int i = 0; i < screens; i++) {
            scopes.add(units.get((int) ((long) i * units.size() / screens)).code());
        }
    }
}
