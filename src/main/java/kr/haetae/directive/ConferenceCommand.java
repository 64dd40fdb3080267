package kr.haetae.directive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.AgendaItem;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What one can ask for concerning one conference. */
public sealed interface ConferenceCommand {
    /** Matters of one conference at most; its head goes over the wire whole. Ours. */
    int MOST_ITEMS = 50;

    UUID conference();

    /** What a conference is to be, first and later. */
    record Terms(Addressees addressees, String title, Instant startsAt, @Nullable Integer minutes,
            List<AgendaItem> agenda, String link) {
        public Terms {
            agenda = List.copyOf(agenda);
        }
    }

    record Convene(UUID conference, Terms terms) implements ConferenceCommand {}

    record Change(UUID conference, Terms terms) implements ConferenceCommand {}

    record Start(UUID conference) implements ConferenceCommand {}

    record End(UUID conference) implements ConferenceCommand {}

    record Cancel(UUID conference, String reason) implements ConferenceCommand {}

    /** What a room does; {@code unit} absent: the author's own, else one below it, entered for it. */
    sealed interface Attend extends ConferenceCommand {
        @Nullable
        UnitCode unit();
    }

    record Join(UUID conference, @Nullable UnitCode unit) implements Attend {}

    record Leave(UUID conference, @Nullable UnitCode unit) implements Attend {}

    record BeAbsent(UUID conference, @Nullable UnitCode unit, String reason) implements Attend {}

    record AddItem(UUID conference, AgendaItem item) implements ConferenceCommand {}

    record Note(UUID conference, UUID note, @Nullable UUID item, String text) implements ConferenceCommand {}

    record Decide(UUID conference, UUID decision, @Nullable UUID item, String text) implements ConferenceCommand {}
}
