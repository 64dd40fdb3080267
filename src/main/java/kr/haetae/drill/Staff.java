package kr.haetae.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PostKind;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** Who has an account: every room, the commander, the election commissions' liaisons, and the two officers of as many polling places as the scale says. */
final class Staff {
    /**
     * An account of the drill.
     *
     * @param post empty where there is none
     */
    record Member(String login, String name, Role role, UnitCode unit, String post) {}

    private final Scenario scenario;
    private final Map<UUID, Boolean> staffed = new ConcurrentHashMap<>();

    Staff(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Whether the post's officers act by themselves. */
    boolean has(PlacedPost post) {
        return post.kind() == PostKind.POLLING_PLACE
                && staffed.computeIfAbsent(post.id(), id -> scenario.chance(id, "staffed").often(scenario.scale()));
    }

    /** Who reports for the post: an officer, or the radio desk of the post's room. */
    Client reporter(PlacedPost post, int officer) {
        return has(post) ? Client.officer(post.id(), officer) : Client.radio(post.unit(), post.id());
    }

    /** The officer's name and number, the same whoever enters it: two people of one unit must not be taken for one. */
    String officer(PlacedPost post, int number) {
        return "%s %s-%d".formatted(Words.name(scenario.chance(post.id(), "officer " + number)),
                post.id().toString().substring(0, 8), number);
    }

    /** As a room names him; null where he acts by himself. */
    Act.@Nullable Who named(PlacedPost post, int number) {
        return has(post) ? null : new Act.Who(officer(post, number), post.unit());
    }

    List<Member> members(Country country) {
        List<Member> members = new ArrayList<>();
        members.add(new Member(Client.commander().login(), "훈련 지휘관", Role.NATIONAL_COMMANDER,
                UnitCode.HEADQUARTERS, ""));
        country.units().forEach(unit -> members.add(new Member(Client.roomLogin(unit.code()),
                unit.label() + " 상황실(훈련)", Role.ROOM_OPERATOR, unit.code(), "")));
        Liaison.taking(country).forEach(commission -> members.add(new Member(Client.commissionLogin(commission),
                commission.korean() + " 연락관(훈련)", Role.NEC_LIAISON, commission.code(), "")));
        for (PlacedPost post : country.posts()) {
            for (int number = 1; number <= 2 && has(post); number++) {
                members.add(new Member(Client.officerLogin(post.id(), number), officer(post, number), Role.OFFICER,
                        post.unit(), post.id().toString()));
            }
        }
        return members;
    }
}
