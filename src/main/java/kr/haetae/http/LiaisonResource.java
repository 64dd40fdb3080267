package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import kr.haetae.custody.CountingCentres;
import kr.haetae.custody.CountingCommand;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.Commission;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.LiaisonMatter;
import kr.haetae.event.Person;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.IncidentCommand;
import kr.haetae.incident.Incidents;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.post.Place;
import kr.haetae.post.Post;
import org.jspecify.annotations.Nullable;

/** What an election commission's liaison may do beside looking at what was shared with it: report, with the places of its province. */
final class LiaisonResource {
    private static final int MAX_NAME = 100;
    private static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;
    /** Police who are asked for come at once; for the rest the room judges. Ours. */
    private static final int WANTED_CODE = 1;
    private static final int OTHER_CODE = 2;
    /** Where the commission is master of the house and may ask for police. Source: Public Official Election Act §164, §183. */
    private static final Set<PostKind> PLACES = EnumSet.of(PostKind.POLLING_PLACE, PostKind.EARLY_VOTING_PLACE,
            PostKind.COUNTING_CENTRE, PostKind.BALLOT_STORAGE, PostKind.ELECTION_COMMISSION);

    private record Report(@Nullable LiaisonMatter matter, @Nullable IncidentKind kind, @Nullable UUID post,
            @Nullable UnitCode unit, @Nullable String text, @Nullable Instant occurredAt, @Nullable String reporter) {}

    private record CountEnd(@Nullable UUID post, @Nullable Instant at) {}

    private record Reported(@JsonUnwrapped Commands.Receipt receipt, UUID id, String number, UnitCode unit) {}

    /** What is known of a post to everybody who votes there; nothing of the police. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Site(UUID id, PostKind postKind, String name, @Nullable String district, @Nullable String address) {}

    private record Agency(UnitCode unit, String korean, String english) {}

    /** @param agencies the police of the province: a report without a post goes to one of them */
    private record Page(List<Site> items, List<Agency> agencies, @Nullable UUID next) {}

    private final Vertx vertx;
    private final OpenOperations operations;

    LiaisonResource(Vertx vertx, OpenOperations operations) {
        this.vertx = vertx;
        this.operations = operations;
    }

    /** {@code q}: words of the name, the district or the address; {@code after}: the {@code next} of the page before. */
    Future<Reply> posts(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Commission commission = commission(call);
        Optional<PostKind> kind = call.queryEnum("kind", PostKind.class);
        Optional<String> words = call.query("q").map(q -> q.strip().toLowerCase(Locale.ROOT));
        Optional<UUID> after = call.queryId("after");
        int limit = call.queryNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT).intValue();
        return Views.seen(call, ledger).compose(head -> vertx.executeBlocking(() -> {
            Picture picture = head.picture();
            List<Site> found = StreamSupport.stream(picture.all(Post.KIND).spliterator(), false)
                    .map(held -> (Post) held.entity())
                    .filter(post -> PLACES.contains(post.postKind())
                            && kind.map(it -> it == post.postKind()).orElse(true)
                            && inProvince(picture, commission, post.unit())
                            && after.map(it -> post.post().compareTo(it) > 0).orElse(true))
                    .sorted(Comparator.comparing(Post::post))
                    .map(post -> site(picture, post))
                    .filter(site -> words.map(it -> said(site).contains(it)).orElse(true))
                    .limit(limit + 1L).toList();
            List<Site> shown = found.size() > limit ? found.subList(0, limit) : found;
            return Reply.ok(new Page(shown, agencies(picture, commission),
                    found.size() > limit ? shown.getLast().id() : null))
                    .with(Call.CURSOR_HEADER, picture.cursor().toString());
        }, false));
    }

    private static List<Agency> agencies(Picture picture, Commission commission) {
        return commission.agencies().stream().flatMap(code -> picture.tree().unit(code).stream())
                .map(unit -> new Agency(unit.code(), unit.korean(), unit.english())).toList();
    }

    private static Site site(Picture picture, Post post) {
        Optional<Place> place = picture.find(Place.key(post.post()), Place.class);
        return new Site(post.post(), post.postKind(), post.name(), place.map(Place::district).orElse(null),
                place.map(Place::address).orElse(null));
    }

    private static String said(Site site) {
        return (site.name() + " " + site.district() + " " + site.address()).toLowerCase(Locale.ROOT);
    }

    private static boolean inProvince(Picture picture, Commission commission, UnitCode unit) {
        return commission.agencies().stream().anyMatch(agency -> picture.tree().covers(agency, unit));
    }

    /** An incident of the station whose post it is, else of the agency; the room has it as if the commission had called. */
    Future<Reply> report(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Commission commission = commission(call);
        Report body = call.body(Report.class);
        Check check = new Check();
        LiaisonMatter matter = check.required("/matter", body.matter(), LiaisonMatter.REGISTER_OUTAGE);
        IncidentKind kind = matter == LiaisonMatter.REGISTER_OUTAGE ? IncidentKind.REGISTER_OUTAGE
                : check.required("/kind", body.kind(), IncidentKind.OTHER);
        if (matter == LiaisonMatter.REGISTER_OUTAGE && body.kind() != null && body.kind() != kind) {
            check.wrong("/kind", "unknown-value", "An outage of the register is a REGISTER_OUTAGE.");
        }
        if (matter == LiaisonMatter.POLICE_WANTED) {
            check.required("/post", body.post(), call.actor().account());
        }
        if (body.post() == null && body.unit() == null && commission.agencies().size() > 1) {
            check.wrong("/unit", "missing-field",
                    "The province has several police agencies; name the post, or one of " + commission.agencies()
                            + ".");
        }
        String text = check.text("/text", body.text(), ReportResource.MAX_TEXT);
        String reporter = check.optionalText("/reporter", body.reporter(), MAX_NAME);
        check.refuse();
        Instant at = body.occurredAt() == null ? ledger.picture().clock().at(ledger.realNow()) : body.occurredAt();
        UnitCode unit = body.post() != null ? body.unit()
                : Objects.requireNonNullElse(body.unit(), commission.agencies().getFirst());
        IncidentCommand.Report command = new IncidentCommand.Report(call.idempotencyKey(), kind,
                matter == LiaisonMatter.POLICE_WANTED ? WANTED_CODE : OTHER_CODE, text, body.post(), unit, null, at,
                IncidentSource.NEC, null,
                reporter == null ? null : new Person(null, reporter, commission.code()), Clearance.GENERAL, null, null);
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, now) -> Incidents.decide(picture, now, author, command))
                .map(entries -> {
                    Event.IncidentReported event = (Event.IncidentReported) entries.getFirst().event();
                    return Reply.created(new Reported(Commands.Receipt.of(entries), event.incident(), event.number(),
                            event.unit()));
                });
    }

    Future<Reply> endCount(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Commission commission = commission(call);
        CountEnd body = call.body(CountEnd.class);
        Check check = new Check();
        UUID post = check.required("/post", body.post(), call.actor().account());
        check.refuse();
        Instant at = body.at() == null ? ledger.picture().clock().at(ledger.realNow()) : body.at();
        Author author = call.author();
        return Commands
                .submit(call, ledger, (picture, now) -> CountingCentres.decide(picture, now, author,
                        new CountingCommand.ReportEnd(post, commission.code(), at)))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static Commission commission(Call call) {
        return Commission.of(call.actor().unit()).orElseThrow(() -> Problem
                .forbidden("not-your-duty", "Only an election commission's liaison does this.").exception());
    }
}
