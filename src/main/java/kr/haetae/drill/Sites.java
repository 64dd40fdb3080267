package kr.haetae.drill;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import kr.haetae.event.CountingStage;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PostKind;
import org.jspecify.annotations.Nullable;

/**
 * The watch over the storages of early votes until their boxes leave, and the course of every count (domain notes, "Phases" and
 * "Personnel", H). How long each takes, and how many seals there are, is ours.
 */
final class Sites {
    private static final int FIRST_ROUND = 6;
    private static final int LAST_ROUND = 20;
    private static final int EVERY_HOURS = 2;
    /** Of about 30 people in three cordons: within the hall, within the fence, outside. */
    private static final List<Integer> STRENGTHS = List.of(8, 10, 12);

    private final Scenario scenario;
    private final Script script;
    private final Liaison liaison;

    Sites(Scenario scenario, Script script, Liaison liaison) {
        this.scenario = scenario;
        this.script = script;
        this.liaison = liaison;
    }

    void add(Country country) {
        country.posts(PostKind.BALLOT_STORAGE).forEach(this::storage);
        country.posts(PostKind.COUNTING_CENTRE).forEach(this::centre);
    }

    private void storage(PlacedPost post) {
        Chance chance = scenario.chance(post.id(), "storage");
        int boxes = chance.from(1, 6);
        List<String> seals = IntStream.rangeClosed(1, boxes).mapToObj(it -> post.name() + " 봉인 " + it).toList();
        Client guard = Client.radio(post.unit(), post.id());
        Step opening = script.arrive(scenario.at(5, 5).plusSeconds(chance.from(0, 1_200)), post.unit(), guard,
                post.id() + "/opening", new SiteAct.OpenStorage(post.id(), boxes, seals, chance.from(2, 6)));
        for (int hour = FIRST_ROUND; hour <= LAST_ROUND; hour += EVERY_HOURS) {
            after(opening, scenario.at(hour, 0).plusSeconds(chance.from(0, 420)), post, "round " + hour,
                    new SiteAct.MakeRound(post.id()));
        }
        for (int hour : new int[]{12, 19}) {
            after(opening, scenario.at(hour, 30).plusSeconds(chance.from(0, 900)), post, "seals " + hour,
                    new SiteAct.CheckSeals(post.id(), seals));
        }
        after(opening, scenario.at(20, 10).plusSeconds(chance.from(0, 240)), post, "end",
                new SiteAct.ClearStorage(post.id()));
    }

    private void after(@Nullable Step opening, Instant at, PlacedPost post, String name, Act act) {
        if (opening != null && at.isAfter(opening.at())) {
            script.follow(opening, at, post.unit(), opening.client(), post.id() + "/" + name, act);
        }
    }

    private void centre(PlacedPost post) {
        Chance chance = scenario.chance(post.id(), "counting");
        Client room = Client.room(post.unit());
        Instant at = scenario.at(18, 30).plusSeconds(chance.from(0, 1_800));
        script.add(at.plusSeconds(600), post.unit(), room, post.id() + "/cordons",
                new SiteAct.SetCordons(post.id(), STRENGTHS));
        reach(post, room, at, CountingStage.PREPARED);
        reach(post, room, scenario.at(19, 40).plusSeconds(chance.from(0, 1_200)), CountingStage.OPENED);
        reach(post, room, scenario.at(20, 40).plusSeconds(chance.from(0, 1_200)), CountingStage.BOXES_IN);
        reach(post, room, scenario.at(21, 5).plusSeconds(chance.from(0, 1_800)), CountingStage.COUNTING);
        Instant ended = scenario.at(27, 0).plusSeconds(chance.from(0, 6_000));
        liaison.countEnds(reach(post, room, ended, CountingStage.ENDED), post);
        reach(post, room, ended.plusSeconds(chance.from(300, 1_200)), CountingStage.STOOD_DOWN);
    }

    private @Nullable Step reach(PlacedPost post, Client room, Instant at, CountingStage stage) {
        return script.add(at, post.unit(), room, post.id() + "/" + stage, new SiteAct.ReachStage(post.id(), stage));
    }
}
