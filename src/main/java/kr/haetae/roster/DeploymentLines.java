package kr.haetae.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.haetae.event.ForceKind;
import kr.haetae.roster.PostImport.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The lines of a list of deployments. */
final class DeploymentLines extends PlacedLines<DeploymentColumn, DeploymentRow> {
    /** More people than any deployment has; the rules know better. */
    private static final int MOST = 1_000_000;

    private static final Pattern NEXT = Pattern.compile("[>→]");

    DeploymentLines(Header<DeploymentColumn> header, Jurisdictions jurisdictions) {
        super(header, jurisdictions);
    }

    @Override
    @Nullable
    DeploymentRow row(List<String> fields) {
        String unit = required(fields, DeploymentColumn.UNIT);
        ForceKind kind = kind(DeploymentColumn.FORCE_KIND, header().field(fields, DeploymentColumn.FORCE_KIND));
        List<PostName> posts = posts(fields);
        String planned = required(fields, DeploymentColumn.PLANNED);
        int people = planned.isEmpty() ? 0 : number(DeploymentColumn.PLANNED, planned, MOST);
        Optional<LocalDate> date = date(fields);
        Optional<Instant> from = time(fields, DeploymentColumn.FROM, date, Optional.empty());
        Optional<Instant> until = time(fields, DeploymentColumn.UNTIL, date, from);
        return from.isEmpty() || until.isEmpty() ? null
                : new DeploymentRow(unit, optional(fields, DeploymentColumn.FORCE), kind, posts, people, from.get(),
                        until.get());
    }

    private Optional<LocalDate> date(List<String> fields) {
        String text = header().field(fields, DeploymentColumn.DATE);
        Optional<LocalDate> date = ShiftText.date(text);
        if (date.isEmpty() && !text.isEmpty()) {
            error(DeploymentColumn.DATE, ErrorCode.NOT_A_TIME, "no date such as 2026-06-03: " + cut(text));
        }
        return date;
    }

    private Optional<Instant> time(List<String> fields, DeploymentColumn column, Optional<LocalDate> date,
            Optional<Instant> after) {
        String text = required(fields, column);
        Optional<Instant> time = ShiftText.time(text, date, after);
        if (time.isEmpty() && !text.isEmpty()) {
            error(column, ErrorCode.NOT_A_TIME, "no time such as 2026-06-03 05:00, or 05:00 beside a date: "
                    + cut(text));
        }
        return time;
    }

    private List<PostName> posts(List<String> fields) {
        String text = header().field(fields, DeploymentColumn.POSTS);
        if (text.isEmpty()) {
            return List.of(post(DeploymentColumn.NAME, new String[]{required(fields, DeploymentColumn.KIND),
                header().field(fields, DeploymentColumn.PROVINCE), required(fields, DeploymentColumn.DISTRICT),
                required(fields, DeploymentColumn.NAME)}));
        }
        List<PostName> posts = new ArrayList<>();
        for (String one : NEXT.split(text, -1)) {
            posts.add(named(DeploymentColumn.POSTS, one.strip()));
        }
        return posts;
    }
}
