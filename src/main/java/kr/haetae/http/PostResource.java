package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kr.haetae.event.Author;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import kr.haetae.post.Place;
import kr.haetae.post.Post;
import kr.haetae.post.PostCommand;
import kr.haetae.post.Posts;
import org.jspecify.annotations.Nullable;

/** Posts to look up, and the list of those whose jurisdiction is unknown (관할 미지정) to work off. */
final class PostResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1_000;

    private record Page(List<Raw> items, @Nullable UUID next) {}

    private record Raw(@JsonRawValue @JsonValue String json) {}

    private record Assignment(@Nullable UnitCode unit) {}

    private final OpenOperations operations;

    PostResource(OpenOperations operations) {
        this.operations = operations;
    }

    /** {@code after}: the {@code next} of the page before; {@code jurisdiction}: {@code unknown} or {@code known}. */
    Future<Reply> list(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Optional<UnitCode> unit = call.queryUnit("unit");
        Optional<PostKind> kind = call.queryEnum("kind", PostKind.class);
        Optional<Boolean> unknown = call.query("jurisdiction").map(PostResource::unknown);
        Optional<String> words = call.query("q").map(q -> q.strip().toLowerCase(Locale.ROOT));
        Optional<UUID> after = call.queryId("after");
        int limit = call.queryNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT).intValue();
        return Views.seen(call, ledger).map(head -> {
            Picture picture = head.picture();
            UnitCode scope = Views.of(call, picture, unit.orElse(call.actor().unit())).scope();
            List<Held> found = posts(picture)
                    .filter(held -> matches(picture, (Post) held.entity(), scope, kind, unknown, words))
                    .sorted(Comparator.comparing(held -> ((Post) held.entity()).post()))
                    .dropWhile(held -> after.isPresent() && ((Post) held.entity()).post().compareTo(after.get()) <= 0)
                    .limit(limit + 1L)
                    .toList();
            return Reply.ok(page(picture, found, limit)).with(Call.CURSOR_HEADER, picture.cursor().toString());
        });
    }

    Future<Reply> get(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        UUID id = call.pathId("post");
        return Views.seen(call, ledger).map(head -> head.picture().held(Post.key(id))
                .filter(held -> head.picture().permits(Views.own(call.actor()), held.entity()))
                .map(held -> Reply.ok(Buffer.buffer(whole(head.picture(), held))))
                .orElseThrow(() -> Problem.absent("post-not-found", "There is no post " + id + " in your jurisdiction.")
                        .exception()));
    }

    Future<Reply> assign(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Assignment body = call.body(Assignment.class);
        Check check = new Check();
        UnitCode unit = check.required("/unit", body.unit(), UnitCode.HEADQUARTERS);
        check.refuse();
        Author author = call.author();
        PostCommand.Assign command = new PostCommand.Assign(call.pathId("post"), unit);
        return Commands.submit(call, ledger, (picture, at) -> Posts.decide(picture, author, command))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static boolean unknown(String value) {
        return switch (value) {
            case "unknown" -> true;
            case "known" -> false;
            default -> throw Problem
                    .bad("malformed-parameter", "The parameter jurisdiction is unknown or known, not '" + value + "'.")
                    .exception();
        };
    }

    private static Stream<Held> posts(Picture picture) {
        return StreamSupport.stream(picture.all(Post.KIND).spliterator(), false);
    }

    private static boolean matches(
            Picture picture, Post post, UnitCode scope, Optional<PostKind> kind, Optional<Boolean> unknown,
            Optional<String> words) {
        return picture.tree().covers(scope, post.unit())
                && kind.map(wanted -> wanted == post.postKind()).orElse(true)
                && unknown.map(wanted -> wanted == post.jurisdiction().unknown()).orElse(true)
                && words.map(wanted -> said(picture, post).contains(wanted)).orElse(true);
    }

    private static String said(Picture picture, Post post) {
        return (post.name() + picture.find(Place.key(post.post()), Place.class)
                .map(it -> " " + it.district() + " " + it.dong() + " " + it.place() + " " + it.address()).orElse(""))
                .toLowerCase(Locale.ROOT);
    }

    /** The post with its place, in JSON. */
    private static String whole(Picture picture, Held held) {
        String post = new String(held.json(), StandardCharsets.UTF_8);
        return picture.find(Place.key(((Post) held.entity()).post()), Place.class)
                .map(Json::text)
                .filter(place -> place.length() > 2)
                .map(place -> post.substring(0, post.length() - 1) + "," + place.substring(1))
                .orElse(post);
    }

    private static Page page(Picture picture, List<Held> found, int limit) {
        List<Held> shown = found.size() > limit ? found.subList(0, limit) : found;
        @Nullable
        UUID next = found.size() > limit ? ((Post) shown.get(limit - 1).entity()).post() : null;
        return new Page(shown.stream().map(held -> new Raw(whole(picture, held))).toList(), next);
    }
}
