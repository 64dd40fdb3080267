package kr.haetae.force;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.haetae.event.ForceKind;
import kr.haetae.event.NamedId;
import kr.haetae.event.Person;
import kr.haetae.event.PlannedDeployment;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** Ids made of content, so that a list imported twice changes nothing. */
public final class ForceId {
    /** Random, fixed for ever: another value would double every force at the next import. */
    private static final UUID FORCES = UUID.fromString("4c1f6a52-9d0e-4f0b-8a57-2f1f9f7f3a11");
    private static final UUID DEPLOYMENTS = UUID.fromString("a1c9d7d2-5b1c-4a36-9c67-7d0e2a1c4b23");
    private static final UUID PEOPLE = UUID.fromString("0d6cf2b8-3d3f-4a61-9f1d-5c8b1e6a7f35");

    private static final Pattern BLANK = Pattern.compile("\\s+");

    private ForceId() {}

    /** The id of a force; the name counts in any case and spacing. */
    public static UUID of(UnitCode unit, ForceKind kind, String name) {
        return NamedId.of(FORCES, unit + "\n" + kind + "\n" + key(name));
    }

    /** The id of a duty: the same people's unit and force, the same posts in their order, the same shift. How many does not count. */
    public static UUID of(PlannedDeployment plan) {
        StringBuilder name = new StringBuilder(200).append(plan.unit()).append('\n').append(plan.force());
        plan.posts().forEach(post -> name.append('\n').append(post));
        return NamedId.of(DEPLOYMENTS,
                name.append('\n').append(plan.from()).append('\n').append(plan.until()).toString());
    }

    /** Who somebody is: the account; without one the unit and the name, which two people of one unit must not share. */
    static UUID of(Person person) {
        @Nullable
        UUID account = person.account();
        return account != null ? account
                : NamedId.of(PEOPLE, person.unit() + "\n" + key(String.valueOf(person.name())));
    }

    /** Equal for all spellings of a force's or a person's name. */
    public static String key(String name) {
        return BLANK.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
