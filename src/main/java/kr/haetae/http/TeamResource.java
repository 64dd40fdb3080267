package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import kr.haetae.event.Author;
import kr.haetae.event.NamedId;
import kr.haetae.event.PlacedTeam;
import kr.haetae.event.TeamState;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.IncidentCommand;
import kr.haetae.incident.Team;
import kr.haetae.incident.Teams;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;

/** The teams of a room, and sending them to incidents. */
final class TeamResource {
    private static final int MAX_NAME = 40;
    private static final int MAX_TEAMS = 500;
    private static final UUID NOBODY = new UUID(0, 0);

    private record Page(List<Raw> items) {}

    private record Raw(@JsonRawValue @JsonValue String json) {}

    private record NewTeams(@Nullable UnitCode unit, @Nullable List<@Nullable String> names) {}

    private record Sending(@Nullable UUID team, @Nullable String note, @Nullable Boolean evenBusy) {}

    private record Movement(@Nullable TeamState to) {}

    private final OpenOperations operations;
    private final IncidentDesk desk;

    TeamResource(OpenOperations operations, IncidentDesk desk) {
        this.operations = operations;
        this.desk = desk;
    }

    Future<Reply> list(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        UnitCode unit = call.queryUnit("unit").orElse(call.actor().unit());
        return Views.seen(call, ledger).map(head -> {
            Picture picture = head.picture();
            View view = Views.of(call, picture, unit);
            List<Raw> items = StreamSupport.stream(picture.all(Team.KIND).spliterator(), false)
                    .filter(held -> picture.permits(view, held.entity()))
                    .sorted(Comparator.comparing(held -> ((Team) held.entity()).name()))
                    .map(held -> new Raw(new String(held.json(), StandardCharsets.UTF_8)))
                    .toList();
            return Reply.ok(new Page(items)).with(Call.CURSOR_HEADER, picture.cursor().toString());
        });
    }

    /** Adds teams; a team's id follows from its unit and name, so that the same again changes nothing. */
    Future<Reply> set(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        NewTeams body = call.body(NewTeams.class);
        UnitCode unit = body.unit() == null ? call.actor().unit() : body.unit();
        List<@Nullable String> names = Objects.requireNonNullElse(body.names(), List.of());
        Check check = new Check();
        if (names.isEmpty() || names.size() > MAX_TEAMS) {
            check.wrong("/names", "out-of-range", "Name 1 to " + MAX_TEAMS + " teams.");
        }
        List<PlacedTeam> teams = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), MAX_TEAMS); i++) {
            String name = check.text("/names/" + i, names.get(i), MAX_NAME);
            teams.add(new PlacedTeam(NamedId.of(ledger.id(), "team/" + unit + "/" + name), unit, name));
        }
        check.refuse();
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Teams.decide(picture, author, teams))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    Future<Reply> send(Call call) {
        Sending body = call.body(Sending.class);
        Check check = new Check();
        UUID team = check.required("/team", body.team(), NOBODY);
        String note = check.optionalText("/note", body.note(), ReportResource.MAX_TEXT);
        check.refuse();
        return desk.act(call, new IncidentCommand.Send(IncidentDesk.incident(call), team, note,
                Boolean.TRUE.equals(body.evenBusy())));
    }

    Future<Reply> move(Call call) {
        Movement body = call.body(Movement.class);
        Check check = new Check();
        TeamState to = check.required("/to", body.to(), TeamState.CLEARED);
        check.refuse();
        return desk.act(call, new IncidentCommand.MoveTeam(IncidentDesk.incident(call), call.pathId("team"), to));
    }
}
