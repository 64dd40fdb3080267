package kr.haetae.custody;

import java.time.Instant;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Picture;

/** Decides commands about ballot boxes on their way, and folds what was decided. Pure. */
public final class Transports implements Evolution {
    /** What becomes of the command on this picture; {@code at} is the operation's time. */
    public static Decision decide(Picture picture, Instant at, Author author, TransportCommand command,
            Gazetteer sites) {
        return switch (command) {
            case TransportCommand.Plan c -> RoutePlans.decide(picture, author, c, sites);
            case TransportCommand.Change c -> RoutePlans.decide(picture, author, c, sites);
            case TransportCommand.Cancel c -> RoutePlans.decide(picture, author, c);
            case TransportCommand.Explain c -> Settlements.decide(picture, author, c);
            case TransportCommand.Accept c -> Settlements.decide(picture, author, c);
            case TransportCommand.Acknowledge c -> Settlements.decide(picture, author, c);
            case TransportCommand.OnRoute c ->
                picture.notOpen().orElseGet(() -> RouteReports.decide(picture, at, author, c, sites));
        };
    }

    @Override
    public void apply(Draft draft, Entry entry) {
        TransportFold.apply(draft, entry);
    }
}
