package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Ledger;
import kr.haetae.level.Compliance;
import kr.haetae.level.Level;
import kr.haetae.level.LevelCommand;
import kr.haetae.level.Levels;
import kr.haetae.level.Muster;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;

/** Whether a level is followed (응소): what each room reports, and how it came about. */
final class MusterResource {
    /** More people than any unit has. */
    private static final int MOST_PEOPLE = 200_000;
    private static final int MAX_NOTE = 500;

    private record Reported(@Nullable Integer ordered, @Nullable Integer mustered, @Nullable String note) {}

    private record Room(@JsonRawValue String muster, Compliance.Rate rate, List<Compliance.Point> course) {}

    private record Rooms(@JsonRawValue String level, Compliance.Rate rate, List<Compliance.Point> course,
            List<Room> items) {}

    private final OpenOperations operations;

    MusterResource(OpenOperations operations) {
        this.operations = operations;
    }

    /** Of the rooms that the caller sees. */
    Future<Reply> list(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        UUID id = call.pathId("level");
        return Views.seen(call, ledger).compose(head -> {
            Picture picture = head.picture();
            View own = Views.own(call.actor());
            Held level = picture.held(Level.key(id)).filter(held -> picture.permits(own, held.entity()))
                    .orElseThrow(() -> Problem.absent("unknown-level",
                            "There is no level " + id + " in, above or below your jurisdiction.").exception());
            List<Held> musters = musters(picture, own, id);
            return Traces.read(ledger, picture.trace(Level.key(id)))
                    .map(entries -> Compliance.of(musters.stream().map(held -> (Muster) held.entity()).toList(),
                            entries))
                    .map(compliance -> Reply.ok(rooms(level, musters, compliance))
                            .with(Call.CURSOR_HEADER, picture.cursor().toString()));
        });
    }

    private static List<Held> musters(Picture picture, View own, UUID declaration) {
        List<Held> musters = new ArrayList<>();
        for (PlacedUnit unit : picture.tree().units()) {
            picture.held(Muster.key(declaration, unit.code())).filter(held -> picture.permits(own, held.entity()))
                    .ifPresent(musters::add);
        }
        return musters;
    }

    private static Rooms rooms(Held level, List<Held> musters, Compliance compliance) {
        List<Room> rooms = new ArrayList<>();
        for (int i = 0; i < musters.size(); i++) {
            Compliance.Room room = compliance.rooms().get(i);
            rooms.add(new Room(json(musters.get(i)), room.rate(), room.course()));
        }
        return new Rooms(json(level), compliance.rate(), compliance.course(), rooms);
    }

    /** More than was ordered is taken and shown; so is more than the ceiling. */
    Future<Reply> report(Call call) {
        Reported body = call.body(Reported.class);
        UnitCode unit = call.pathUnit("unit");
        Check check = new Check();
        Integer ordered = body.ordered() == null ? null : check.range("/ordered", body.ordered(), 0, MOST_PEOPLE);
        int mustered = check.range("/mustered", body.mustered(), 0, MOST_PEOPLE);
        String note = check.optionalText("/note", body.note(), MAX_NOTE);
        check.refuse();
        Ledger<Picture> ledger = operations.require(call);
        Author author = call.author();
        LevelCommand command = new LevelCommand.ReportMuster(call.pathId("level"), unit, ordered, mustered, note);
        return Commands.submit(call, ledger, (picture, at) -> Levels.decide(picture, at, author, command))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static String json(Held held) {
        return new String(held.json(), StandardCharsets.UTF_8);
    }
}
