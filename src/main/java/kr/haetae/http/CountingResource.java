package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import kr.haetae.auth.Account;
import kr.haetae.auth.Action;
import kr.haetae.auth.House;
import kr.haetae.custody.CountingCentre;
import kr.haetae.custody.CountingCentres;
import kr.haetae.custody.CountingCommand;
import kr.haetae.custody.CountingIncident;
import kr.haetae.event.Author;
import kr.haetae.event.Cordon;
import kr.haetae.event.CordonStrength;
import kr.haetae.event.CountingStage;
import kr.haetae.event.Person;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** The police at counting centres (개표소): cordons, who commands, how far it is. */
final class CountingResource {
    private static final int MAX_NAME = 100;
    private static final int MAX_CONTACT = 60;
    private static final int MAX_REASON = 500;

    private record Strength(@Nullable Cordon cordon, @Nullable Integer planned, @Nullable Integer actual) {}

    private record Cordons(@Nullable List<@Nullable Strength> cordons) {}

    private record Commander(@Nullable UUID account, @Nullable String name, @Nullable String contact) {}

    private record Stage(@Nullable CountingStage stage, @Nullable Instant at) {}

    private record Correction(@Nullable CountingStage stage, @Nullable String reason) {}

    /** With the incidents that are tied to it. */
    private record Whole(SiteHistory.Raw centre, List<UUID> incidents,
            @JsonUnwrapped SiteHistory.Timeline timeline) {}

    private final OpenOperations operations;
    private final ListPage lists;
    private final Supplier<House> house;

    CountingResource(OpenOperations operations, ListPage lists, Supplier<House> house) {
        this.operations = operations;
        this.lists = lists;
        this.house = house;
    }

    Future<Reply> list(Call call) {
        Optional<CountingStage> stage = call.queryEnum("stage", CountingStage.class);
        return lists.of(call, operations.require(call), CountingCentre.KIND, CountingCentre.class,
                (picture, centre) -> stage.map(it -> it == centre.stage()).orElse(true));
    }

    Future<Reply> get(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        UUID post = call.pathId("post");
        return Views.seen(call, ledger).compose(head -> {
            Picture picture = head.picture();
            var centre = picture.held(CountingCentre.key(post))
                    .filter(held -> picture.permits(Views.own(call.actor()), held.entity()))
                    .orElseThrow(() -> Problem.absent("unknown-counting-centre",
                            "There is no counting centre " + post + " in your jurisdiction.").exception());
            return SiteHistory.of(call, picture).timeline(ledger, centre.entity().key())
                    .map(timeline -> Reply.ok(new Whole(SiteHistory.Raw.of(centre), incidents(picture, post), timeline))
                            .with(Call.CURSOR_HEADER, picture.cursor().toString()));
        });
    }

    private static List<UUID> incidents(Picture picture, UUID post) {
        return StreamSupport.stream(picture.all(CountingIncident.KIND).spliterator(), false)
                .map(held -> (CountingIncident) held.entity()).filter(it -> it.post().equals(post))
                .map(CountingIncident::incident).sorted().toList();
    }

    /** Plans are the room's; who is there is also said by those who are. */
    Future<Reply> setCordons(Call call) {
        Cordons body = call.body(Cordons.class);
        Check check = new Check();
        List<Strength> named = check.all("/cordons", body.cordons(), new Strength(null, null, null));
        if (body.cordons() != null && named.isEmpty()) {
            check.wrong("/cordons", "out-of-range", "Name at least one cordon.");
        }
        Set<Cordon> seen = EnumSet.noneOf(Cordon.class);
        List<CordonStrength> cordons = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            CordonStrength one = strength(check, "/cordons/" + i, named.get(i));
            if (!seen.add(one.cordon())) {
                check.wrong("/cordons/" + i + "/cordon", "stands-twice", one.cordon() + " stands twice.");
            }
            cordons.add(one);
        }
        check.refuse();
        if (cordons.stream().anyMatch(it -> it.planned() != null) && !call.actor().may(Action.COUNTING_ARRANGE)) {
            throw Problem.forbidden("not-your-duty",
                    "Your role does not include " + Action.COUNTING_ARRANGE.code() + ".").exception();
        }
        return act(call, new CountingCommand.SetCordons(call.pathId("post"), cordons, anyPost(call)));
    }

    private static CordonStrength strength(Check check, String pointer, Strength given) {
        if (given.planned() == null && given.actual() == null) {
            check.wrong(pointer, "missing-field", "Say how many are planned, there, or both.");
        }
        return new CordonStrength(check.required(pointer + "/cordon", given.cordon(), Cordon.INSIDE),
                given.planned() == null ? null
                        : check.range(pointer + "/planned", given.planned(), 0, CountingCommand.MOST_PEOPLE),
                given.actual() == null ? null
                        : check.range(pointer + "/actual", given.actual(), 0, CountingCommand.MOST_PEOPLE));
    }

    /** By account, or by name alone. */
    Future<Reply> nameCommander(Call call) {
        Commander body = call.body(Commander.class);
        Check check = new Check();
        Person person = person(check, call, body);
        String contact = check.optionalText("/contact", body.contact(), MAX_CONTACT);
        check.refuse();
        return act(call, new CountingCommand.NameCommander(call.pathId("post"), person, contact));
    }

    private Person person(Check check, Call call, Commander body) {
        UUID id = body.account();
        if (id == null) {
            return new Person(null, check.text("/name", body.name(), MAX_NAME), call.actor().unit());
        }
        House known = house.get();
        Optional<Account> account = known.account(id).filter(it -> known.covers(call.actor().unit(), it.unit()));
        if (account.isEmpty()) {
            check.wrong("/account", "unknown-account", "There is no account " + id + " in your jurisdiction.");
        }
        return account.map(it -> new Person(id, it.name(), it.unit()))
                .orElseGet(() -> call.author().person());
    }

    Future<Reply> reach(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Stage body = call.body(Stage.class);
        Check check = new Check();
        CountingStage stage = check.required("/stage", body.stage(), CountingStage.PREPARED);
        Instant at = DeviceTime.corrected(call, ledger.picture().clock(),
                check.required("/at", body.at(), Instant.EPOCH), ledger.realNow());
        check.refuse();
        return act(call, new CountingCommand.Reach(call.pathId("post"), stage, at, anyPost(call)));
    }

    Future<Reply> correct(Call call) {
        Correction body = call.body(Correction.class);
        Check check = new Check();
        String reason = check.text("/reason", body.reason(), MAX_REASON);
        check.refuse();
        return act(call, new CountingCommand.Correct(call.pathId("post"), body.stage(), reason));
    }

    private Future<Reply> act(Call call, CountingCommand command) {
        Author author = call.author();
        return Commands.submit(call, operations.require(call),
                (picture, at) -> CountingCentres.decide(picture, at, author, command))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static boolean anyPost(Call call) {
        return call.actor().may(Action.POST_REPORT_FOR_OTHERS);
    }
}
