package kr.haetae.custody;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Reason;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;

/** What decisions about storages and counting centres ask alike. */
final class Sites {
    private Sites() {}

    /** What was looked for, or why not. */
    sealed interface Found<E> {
        record One<E>(E entity) implements Found<E> {}

        record None<E>(Decision why) implements Found<E> {}

        default Decision or(Function<E, Decision> then) {
            return switch (this) {
                case One<E>(E entity) -> then.apply(entity);
                case None<E>(Decision why) -> why;
            };
        }
    }

    static <E extends Entity> Found<E> find(Picture picture, Author author, UUID post, Key key, Class<E> type,
            Reason absent) {
        return picture.visible(author, key, type).<Found<E>>map(Found.One::new)
                .orElseGet(() -> new Found.None<>(Decision.refuse(absent,
                        "There is no " + key.kind() + " " + post + " in your jurisdiction.")));
    }

    /** An officer writes for his own post, one without a post of his own (a patrol) for any of his unit; a room for all. */
    static Optional<Decision> notOwn(Author author, UUID post, boolean anyPost) {
        UUID his = author.post();
        return anyPost || his == null || his.equals(post) ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.NOT_YOUR_POST, "This is not your post."));
    }
}
