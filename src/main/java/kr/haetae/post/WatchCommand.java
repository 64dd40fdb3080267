package kr.haetae.post;

import java.util.Map;
import java.util.UUID;
import kr.haetae.event.Occurrence;
import kr.haetae.event.Person;
import kr.haetae.event.Phase;
import kr.haetae.event.PostReportKind;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What one can ask for concerning the reports of posts and their silence. */
public sealed interface WatchCommand {
    /**
     * @param phase whose form was filled in; absent: the present one
     * @param who whose report it is, when the author enters it for somebody else
     * @param forOthers whether the author's duties include that
     */
    record Report(
            UUID post,
            PostReportKind kind,
            @Nullable Phase phase,
            Map<String, String> fields,
            @Nullable String text,
            Occurrence occurred,
            @Nullable Person who,
            boolean forOthers)
            implements
                WatchCommand {
        public Report {
            fields = Map.copyOf(fields);
        }
    }

    record AcknowledgeSilence(UnitCode unit, @Nullable String note) implements WatchCommand {}
}
