package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.auth.Action;
import kr.haetae.custody.CameraBeats;
import kr.haetae.custody.CameraSystem;
import kr.haetae.custody.StorageCommand;
import kr.haetae.custody.Storages;
import kr.haetae.event.Author;
import kr.haetae.event.CameraSeen;
import kr.haetae.event.Entry;
import kr.haetae.event.StorageVisitor;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** What is reported of storages: by those who watch them, by their rooms, by camera systems. */
final class StorageWorkResource {
    private static final int MAX_NOTE = 500;
    private static final int MAX_NUMBER = 40;

    private record Opening(@Nullable Integer boxes, @Nullable List<@Nullable String> seals,
            @Nullable Integer observers, @Nullable String note, @Nullable Instant at) {}

    private record Boxes(@Nullable Integer boxes, @Nullable List<@Nullable String> seals, @Nullable String reason,
            @Nullable Instant at) {}

    private record Noted(@Nullable String note, @Nullable Instant at) {}

    private record Seals(@Nullable List<@Nullable String> seals, @Nullable Boolean intact, @Nullable String note,
            @Nullable Instant at) {}

    private record Camera(@Nullable String camera, @Nullable Boolean up, @Nullable String note,
            @Nullable Instant at) {}

    private record Entering(@Nullable StorageVisitor who, @Nullable Integer people, @Nullable String reason,
            @Nullable Instant at) {}

    private record Leaving(@Nullable Instant at) {}

    private record Explanation(@Nullable String text) {}

    private record Beating(@Nullable UUID post, @Nullable String camera, @Nullable Boolean up) {}

    private record Beat(@Nullable List<@Nullable Beating> cameras) {}

    private record Made(@JsonUnwrapped Commands.Receipt receipt, UUID id) {}

    /** @param recorded whether it was news */
    private record Heard(boolean recorded, @Nullable Instant leaseUntil) {}

    private final OpenOperations operations;

    StorageWorkResource(OpenOperations operations) {
        this.operations = operations;
    }

    Future<Reply> open(Call call) {
        Opening body = call.body(Opening.class);
        Check check = new Check();
        int boxes = check.range("/boxes", body.boxes(), 1, StorageCommand.MOST_BOXES);
        List<String> seals = seals(check, body.seals());
        int observers = check.range("/observers", body.observers(), 0, StorageCommand.MOST_PEOPLE);
        String note = check.optionalText("/note", body.note(), MAX_NOTE);
        Instant at = at(check, call, body.at());
        check.refuse();
        return receipt(call, new StorageCommand.Open(call.pathId("post"), boxes, seals, observers, note, at,
                anyPost(call)));
    }

    Future<Reply> changeBoxes(Call call) {
        Boxes body = call.body(Boxes.class);
        Check check = new Check();
        int boxes = check.range("/boxes", body.boxes(), 0, StorageCommand.MOST_BOXES);
        List<String> seals = seals(check, body.seals());
        String reason = check.text("/reason", body.reason(), MAX_NOTE);
        Instant at = at(check, call, body.at());
        check.refuse();
        return receipt(call, new StorageCommand.ChangeBoxes(call.pathId("post"), boxes, seals, reason, at,
                anyPost(call)));
    }

    Future<Reply> clear(Call call) {
        Noted body = call.body(Noted.class);
        Check check = new Check();
        String note = check.optionalText("/note", body.note(), MAX_NOTE);
        Instant at = at(check, call, body.at());
        check.refuse();
        return receipt(call, new StorageCommand.Clear(call.pathId("post"), note, at, anyPost(call)));
    }

    Future<Reply> round(Call call) {
        Noted body = call.body(Noted.class);
        Check check = new Check();
        String note = check.optionalText("/note", body.note(), MAX_NOTE);
        Instant at = at(check, call, body.at());
        check.refuse();
        return receipt(call, new StorageCommand.Round(call.pathId("post"), note, at, anyPost(call)));
    }

    /** The check's id is the command's: photographs are sent to it. */
    Future<Reply> checkSeals(Call call) {
        Seals body = call.body(Seals.class);
        Check check = new Check();
        List<String> seals = seals(check, body.seals());
        boolean intact = check.required("/intact", body.intact(), true);
        String note = check.optionalText("/note", body.note(), MAX_NOTE);
        Instant at = at(check, call, body.at());
        check.refuse();
        UUID id = call.idempotencyKey();
        return made(call, id, new StorageCommand.CheckSeals(id, call.pathId("post"), seals, intact, note, at,
                anyPost(call)));
    }

    Future<Reply> reportCamera(Call call) {
        Camera body = call.body(Camera.class);
        Check check = new Check();
        String camera = check.text("/camera", body.camera(), MAX_NUMBER);
        boolean up = check.required("/up", body.up(), true);
        String note = check.optionalText("/note", body.note(), MAX_NOTE);
        Instant at = at(check, call, body.at());
        check.refuse();
        return receipt(call, new StorageCommand.ReportCamera(call.pathId("post"), camera, up, note, at,
                anyPost(call)));
    }

    Future<Reply> enter(Call call) {
        Entering body = call.body(Entering.class);
        Check check = new Check();
        StorageVisitor who = check.required("/who", body.who(), StorageVisitor.OTHER);
        int people = check.range("/people", body.people(), 1, StorageCommand.MOST_PEOPLE);
        String reason = check.text("/reason", body.reason(), MAX_NOTE);
        Instant at = at(check, call, body.at());
        check.refuse();
        UUID id = call.idempotencyKey();
        return made(call, id, new StorageCommand.Enter(id, call.pathId("post"), who, people, reason, at,
                anyPost(call)));
    }

    Future<Reply> leave(Call call) {
        Leaving body = call.body(Leaving.class);
        Check check = new Check();
        Instant at = at(check, call, body.at());
        check.refuse();
        return receipt(call, new StorageCommand.Leave(call.pathId("access"), at, anyPost(call)));
    }

    Future<Reply> explain(Call call) {
        Check check = new Check();
        String text = check.text("/text", call.body(Explanation.class).text(), ReportResource.MAX_TEXT);
        check.refuse();
        return receipt(call, new StorageCommand.Explain(call.pathId("gap"), text));
    }

    /** A beat that says what is known leaves no entry, until half of the lease is over. */
    Future<Reply> beat(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        List<@Nullable Beating> beating = call.body(Beat.class).cameras();
        Check check = new Check();
        List<Beating> named = check.all("/cameras", beating, new Beating(null, null, null));
        if (named.isEmpty() || named.size() > StorageCommand.MOST_BEATING) {
            check.wrong("/cameras", "out-of-range", "Name 1 to " + StorageCommand.MOST_BEATING + " cameras.");
        }
        Instant now = ledger.picture().clock().at(ledger.realNow());
        List<CameraSeen> cameras = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(named.size(), StorageCommand.MOST_BEATING); i++) {
            String pointer = "/cameras/" + i;
            cameras.add(new CameraSeen(check.required(pointer + "/post", named.get(i).post(), Entry.SYSTEM),
                    check.text(pointer + "/camera", named.get(i).camera(), MAX_NUMBER),
                    check.required(pointer + "/up", named.get(i).up(), true), now));
            if (!seen.add(cameras.getLast().post() + "/" + cameras.getLast().camera())) {
                check.wrong(pointer + "/camera", "stands-twice", "This camera stands twice.");
            }
        }
        check.refuse();
        UUID system = call.actor().account();
        if (ledger.picture().notOpen().isEmpty() && !CameraBeats.tells(ledger.picture(), now, system, cameras)) {
            return Future.succeededFuture(Reply.ok(heard(ledger, system, false)));
        }
        return act(call, new StorageCommand.Beat(cameras))
                .map(entries -> Reply.ok(heard(ledger, system, true)));
    }

    private static Heard heard(Ledger<Picture> ledger, UUID system, boolean recorded) {
        return new Heard(recorded, ledger.picture().find(CameraSystem.key(system), CameraSystem.class)
                .map(CameraSystem::leaseUntil).orElse(null));
    }

    private Future<Reply> receipt(Call call, StorageCommand command) {
        return act(call, command).map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private Future<Reply> made(Call call, UUID id, StorageCommand command) {
        return act(call, command).map(entries -> Reply.created(new Made(Commands.Receipt.of(entries), id)));
    }

    private Future<List<Entry>> act(Call call, StorageCommand command) {
        Author author = call.author();
        return Commands.submit(call, operations.require(call),
                (picture, at) -> Storages.decide(picture, at, author, command));
    }

    private List<String> seals(Check check, @Nullable List<@Nullable String> values) {
        List<String> seals = check.all("/seals", values, "-");
        if (values != null && (seals.isEmpty() || seals.size() > StorageCommand.MOST_SEALS)) {
            check.wrong("/seals", "out-of-range", "Name 1 to " + StorageCommand.MOST_SEALS + " seals.");
        }
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < Math.min(seals.size(), StorageCommand.MOST_SEALS); i++) {
            String number = check.text("/seals/" + i, seals.get(i), MAX_NUMBER);
            if (numbers.contains(number)) {
                check.wrong("/seals/" + i, "stands-twice", "The seal " + number + " stands twice.");
            }
            numbers.add(number);
        }
        return numbers;
    }

    private Instant at(Check check, Call call, @Nullable Instant stated) {
        Ledger<Picture> ledger = operations.require(call);
        return DeviceTime.corrected(call, ledger.picture().clock(), check.required("/at", stated, Instant.EPOCH),
                ledger.realNow());
    }

    private static boolean anyPost(Call call) {
        return call.actor().may(Action.POST_REPORT_FOR_OTHERS);
    }
}
