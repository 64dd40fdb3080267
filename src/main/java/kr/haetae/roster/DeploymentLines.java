package kr.haetae.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.haetae.event.ForceKind;
import kr.haetae.roster.PostImport.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The lines of a list of deployments. */
final class DeploymentLines extends PersonnelLines<DeploymentColumn, DeploymentRow> {
    /** More people than any deployment has; the rules know better. */
    private static final int MOST = 1_000_000;

    private static final Pattern NEXT = Pattern.compile("[>→]");

    private final Jurisdictions jurisdictions;
    private final Map<String, PostName> named = new HashMap<>();

    DeploymentLines(Header<DeploymentColumn> header, Jurisdictions jurisdictions) {
        super(header);
        this.jurisdictions = jurisdictions;
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
            posts.add(PostName.ofId(one.strip()).orElseGet(() -> named(one.strip())));
        }
        return posts;
    }

    /** Every post stands in several lines, and its spelling takes the most time. */
    private PostName named(String text) {
        PostName known = named.get(text);
        if (known != null) {
            return known;
        }
        int before = errors().size();
        PostName post = post(DeploymentColumn.POSTS, text.split("/", 4));
        if (errors().size() == before) {
            named.put(text, post);
        }
        return post;
    }

    /** {@code parts}: kind, province (may be empty), district, name. */
    private PostName post(DeploymentColumn column, String[] parts) {
        if (parts.length != 4) {
            error(column, ErrorCode.POST_NOT_NAMED,
                    "a post is its id, or kind/province/district/name: " + cut(String.join("/", parts)));
            return PostName.UNKNOWN;
        }
        Optional<PostKind> kind = PostKind.called(parts[0]);
        if (kind.isEmpty() && !parts[0].isEmpty()) {
            error(column, ErrorCode.UNKNOWN_KIND, "unknown kind of post: " + cut(parts[0]));
        }
        String province = parts[1].strip();
        if (!province.isEmpty() && jurisdictions.province(province).isEmpty()) {
            error(column, ErrorCode.UNKNOWN_PROVINCE, "unknown province: " + cut(province));
        }
        return kind.map(it -> PostName.of(jurisdictions, it, province.isEmpty() ? null : province, parts[2].strip(),
                parts[3].strip())).orElse(PostName.UNKNOWN);
    }
}
