package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.haetae.custody.CustodyId;
import kr.haetae.custody.RouteDraft;
import kr.haetae.custody.TransportCommand;
import kr.haetae.custody.Transports;
import kr.haetae.event.Author;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.Decision;
import kr.haetae.event.Reason;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.roster.PersonnelCsv;
import kr.haetae.roster.PostName;
import kr.haetae.roster.RouteRow;

/** Lists of routes of ballot boxes; docs/roster.md describes the file. */
final class RouteImportResource {
    private static final PersonnelUpload.Kind<RouteRow, TransportCommand.Wanted> ROUTES = new PersonnelUpload.Kind<>(
            PersonnelCsv::routes, RouteImportResource::lookup, RouteImportResource::batches);

    private final PersonnelUpload upload;

    RouteImportResource(Vertx vertx, OpenOperations operations) {
        this.upload = new PersonnelUpload(vertx, operations);
    }

    Future<Reply> upload(Call call) {
        return upload.upload(call, ROUTES);
    }

    private static Function<RouteRow, PersonnelUpload.Line<TransportCommand.Wanted>> lookup(Picture picture,
            Author author) {
        Directory directory = Directory.ofAll(picture);
        RouteDraft drafts = new RouteDraft(picture, author, Custody.sites(picture));
        return row -> directory.posts(List.of(row.from())).either(from -> to(directory, row).either(to -> {
            TransportCommand.Wanted wanted = new TransportCommand.Wanted(row.number(), row.kind(), from.getFirst(),
                    to.orElse(null), row.toName(), row.departsAt(), row.arrivesAt(), row.checkpoints(), row.boxes());
            return switch (drafts.of(wanted)) {
                case RouteDraft.Wrong(Decision.Refused why) -> new PersonnelUpload.Line.Wrong<>(why);
                case RouteDraft.Good good -> new PersonnelUpload.Line.Good<>(CustodyId.route(row.number()), wanted);
            };
        }));
    }

    private static Directory.Found<Optional<UUID>> to(Directory directory, RouteRow row) {
        PostName to = row.to();
        if (to == null) {
            return new Directory.Found.One<>(Optional.empty());
        }
        return switch (directory.posts(List.of(to))) {
            case Directory.Found.One<List<UUID>>(List<UUID> found) ->
                new Directory.Found.One<>(Optional.of(found.getFirst()));
            case Directory.Found.None<List<UUID>>(Decision.Refused why) -> new Directory.Found.None<>(
                    Decision.refuse(Reason.UNKNOWN_POST, why.detail(), "/to"));
        };
    }

    static Batches<TransportCommand.Wanted> batches(Ledger<Picture> ledger, Author author, String source) {
        return new Batches<>(ledger, author, TransportCommand.ROWS,
                (picture, at, rows) -> Transports.decide(picture, at, author,
                        new TransportCommand.Plan(source, rows, false), Custody.sites(picture)),
                event -> ((CustodyEvent.RoutesPlanned) event).routes().size());
    }
}
