package kr.haetae.post;

import java.util.List;
import java.util.Optional;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Picture;

/** Decides commands about posts and folds what was decided. Pure. */
public final class Posts implements Evolution {
    public static Decision decide(Picture picture, Author author, PostCommand command) {
        return switch (command) {
            case PostCommand.Place place -> place(picture, author, place);
            case PostCommand.Assign assign -> assign(picture, author, assign);
        };
    }

    private static Decision place(Picture picture, Author author, PostCommand.Place place) {
        if (place.posts().size() > PostCommand.Place.ROWS) {
            throw new IllegalArgumentException("at most " + PostCommand.Place.ROWS + " posts an entry");
        }
        for (PlacedPost post : place.posts()) {
            if (!picture.tree().contains(post.unit())) {
                return Decision.refuse(Reason.UNKNOWN_UNIT,
                        "Post " + post.name() + ": there is no unit " + post.unit() + ".");
            }
            if (!picture.tree().covers(author.unit(), post.unit())) {
                return Decision.refuse(Reason.OUTSIDE_JURISDICTION, "Post " + post.name() + " of " + post.unit()
                        + " is outside your jurisdiction " + author.unit() + ".");
            }
        }
        List<PlacedPost> changed = place.posts().stream().filter(post -> differs(picture, post)).toList();
        return changed.isEmpty()
                ? Decision.refuse(Reason.NOTHING_CHANGED, "All these posts stand already just so.")
                : Decision.accept(new Event.PostsPlaced(place.source(), changed));
    }

    /** A post that a room assigned by hand keeps its unit when a list is imported again. */
    public static boolean differs(Picture picture, PlacedPost post) {
        Optional<Post> standing = picture.find(Post.key(post.id()), Post.class);
        return standing.isEmpty()
                || !standing.get().equals(merged(standing, post))
                || !picture.find(Place.key(post.id()), Place.class).equals(Optional.of(place(standing, post)));
    }

    private static Post merged(Optional<Post> standing, PlacedPost post) {
        Post placed = Post.placed(post);
        return byHand(standing).map(placed::assigned).orElse(placed);
    }

    private static Place place(Optional<Post> standing, PlacedPost post) {
        Place placed = Place.placed(post);
        return byHand(standing).map(placed::assigned).orElse(placed);
    }

    private static Optional<UnitCode> byHand(Optional<Post> standing) {
        return standing.filter(it -> it.jurisdiction() == Jurisdiction.ASSIGNED).map(Post::unit);
    }

    private static Decision assign(Picture picture, Author author, PostCommand.Assign assign) {
        Optional<Post> post = picture.find(Post.key(assign.post()), Post.class)
                .filter(found -> picture.tree().covers(author.unit(), found.unit()));
        if (post.isEmpty()) {
            return Decision.refuse(Reason.POST_NOT_FOUND,
                    "There is no post " + assign.post() + " in your jurisdiction.");
        }
        if (!picture.tree().contains(assign.unit())) {
            return Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + assign.unit() + ".", "/unit");
        }
        if (picture.tree().kind(assign.unit()) != UnitKind.STATION) {
            return Decision.refuse(Reason.NOT_A_STATION,
                    assign.unit() + " is not a police station; a post belongs to one.", "/unit");
        }
        if (!picture.tree().covers(author.unit(), assign.unit())) {
            return Decision.refuse(Reason.OUTSIDE_JURISDICTION,
                    assign.unit() + " is outside your jurisdiction " + author.unit() + ".", "/unit");
        }
        if (post.get().unit().equals(assign.unit()) && !post.get().jurisdiction().unknown()) {
            return Decision.refuse(Reason.ALREADY_THERE,
                    post.get().name() + " already belongs to " + assign.unit() + ".", "/unit");
        }
        return Decision.accept(new Event.PostAssigned(assign.post(), assign.unit()));
    }

    @Override
    public void apply(Draft draft, Entry entry) {
        switch (entry.event()) {
            case Event.PostsPlaced placed -> placed.posts().forEach(post -> {
                Optional<Post> standing = draft.find(Post.key(post.id()), Post.class);
                draft.put(merged(standing, post));
                draft.put(place(standing, post));
            });
            case Event.PostAssigned assigned -> {
                draft.find(Post.key(assigned.post()), Post.class)
                        .ifPresent(post -> draft.put(post.assigned(assigned.unit())));
                draft.find(Place.key(assigned.post()), Place.class)
                        .ifPresent(place -> draft.put(place.assigned(assigned.unit())));
            }
            default -> {}
        }
    }
}
