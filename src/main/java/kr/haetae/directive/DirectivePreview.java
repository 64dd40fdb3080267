package kr.haetae.directive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Site;

/**
 * What a directive would do.
 *
 * @param rooms how many it would ask
 * @param posts for the officers of how many it would be
 * @param acknowledgeBy from when on rooms would be late, if it were issued now
 */
public record DirectivePreview(int rooms, int posts, Instant acknowledgeBy) {
    /** The preview, or why it would be refused. */
    public sealed interface Answer {
        record Shown(DirectivePreview preview) implements Answer {}

        record Refused(Decision.Refused refusal) implements Answer {}
    }

    public static Answer of(Picture picture, Instant at, Author author, DirectiveCommand.Issue issue) {
        return switch (Directives.decide(picture, at, author, issue)) {
            case Decision.Refused refused -> new Answer.Refused(refused);
            case Decision.Accepted accepted -> {
                List<UnitCode> rooms = issue.addressees().rooms(picture.tree());
                int posts = Addressees.posts(Addressees.nearest(picture.tree(), rooms), picture.all(Site.KIND),
                        issue.posts()).values().stream().mapToInt(Integer::intValue).sum();
                yield new Answer.Shown(new DirectivePreview(rooms.size(), posts,
                        at.plus(Duration.ofMinutes(DirectiveSettingsEntity.of(picture).of(issue.urgency())
                                .acknowledgeWithin()))));
            }
        };
    }
}
