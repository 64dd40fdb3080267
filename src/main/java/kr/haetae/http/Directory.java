package kr.haetae.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.haetae.event.Decision;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.force.Force;
import kr.haetae.force.ForceId;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import kr.haetae.post.Place;
import kr.haetae.post.Post;
import kr.haetae.roster.DeploymentRow;
import kr.haetae.roster.PostName;
import org.jspecify.annotations.Nullable;

/** What the words of a list mean in one operation: its units, forces and posts by name. Made for one list, then thrown away. */
final class Directory {
    /** What a word means, or why it means nothing. */
    sealed interface Found<T> {
        record One<T>(T value) implements Found<T> {}

        record None<T>(Decision.Refused why) implements Found<T> {}

        default <L> PersonnelUpload.Line<L> either(Function<T, PersonnelUpload.Line<L>> then) {
            return switch (this) {
                case One<T>(T value) -> then.apply(value);
                case None<T>(Decision.Refused why) -> new PersonnelUpload.Line.Wrong<>(why);
            };
        }
    }

    private final Picture picture;
    private final Map<String, List<UnitCode>> units = new HashMap<>();
    private final Map<String, List<Force>> forces = new HashMap<>();
    private final Map<String, List<Post>> posts = new HashMap<>();

    private Directory(Picture picture) {
        this.picture = picture;
        for (PlacedUnit unit : picture.tree().units()) {
            List.of(unit.code().value(), unit.label(), unit.korean()).stream().map(ForceId::key).distinct()
                    .forEach(word -> units.computeIfAbsent(word, w -> new ArrayList<>()).add(unit.code()));
        }
    }

    static Directory ofUnits(Picture picture) {
        return new Directory(picture);
    }

    static Directory ofAll(Picture picture) {
        Directory directory = new Directory(picture);
        for (Held held : picture.all(Force.KIND)) {
            Force force = (Force) held.entity();
            directory.forces.computeIfAbsent(ForceId.key(force.name()), w -> new ArrayList<>()).add(force);
        }
        for (Held held : picture.all(Post.KIND)) {
            Post post = (Post) held.entity();
            String district = directory.place(post).map(Place::district).orElse("");
            directory.posts.computeIfAbsent(PostName.key(post.postKind().name(), district, post.name()),
                    w -> new ArrayList<>()).add(post);
        }
        return directory;
    }

    Found<UnitCode> unit(String word) {
        List<UnitCode> found = units.getOrDefault(ForceId.key(word), List.of());
        return found.size() == 1 ? new Found.One<>(found.getFirst())
                : none(Reason.UNKNOWN_UNIT, found.isEmpty() ? "There is no unit " + word + "."
                        : "Several units are called " + word + ": " + found + "; give the code.");
    }

    /** The force of a row, if it names one: by id, or by name among the unit's and those that it may plan. */
    Found<Optional<UUID>> force(UnitCode unit, DeploymentRow row) {
        String word = row.force();
        if (word == null) {
            return new Found.One<>(Optional.empty());
        }
        List<Force> called = forces.getOrDefault(ForceId.key(word), List.of()).stream()
                .filter(force -> row.forceKind() == null || force.forceKind() == row.forceKind()).toList();
        List<Force> own = called.stream().filter(force -> force.unit().equals(unit)).toList();
        List<Force> lent = called.stream().filter(force -> unit.equals(force.lentTo())
                || picture.tree().covers(force.unit(), unit)).toList();
        List<Force> meant = own.isEmpty() ? lent : own;
        if (meant.size() == 1) {
            return new Found.One<>(Optional.of(meant.getFirst().force()));
        }
        return meant.isEmpty()
                ? id(word).<Found<Optional<UUID>>>map(id -> new Found.One<>(Optional.of(id)))
                        .orElseGet(() -> none(Reason.UNKNOWN_FORCE, unit + " has no force " + word + "."))
                : none(Reason.UNKNOWN_FORCE, unit + " has several forces " + word + "; give the kind.");
    }

    Found<List<UUID>> posts(List<PostName> names) {
        List<UUID> found = new ArrayList<>();
        for (PostName name : names) {
            UUID id = name.id();
            if (id == null) {
                List<Post> called = posts.getOrDefault(name.key(), List.of()).stream()
                        .filter(post -> in(name.province(), post)).toList();
                if (called.size() != 1) {
                    return none(Reason.UNKNOWN_POST, called.isEmpty() ? "There is no post " + name.said() + "."
                            : "Several posts are called " + name.said() + "; give the province or the id.");
                }
                id = called.getFirst().post();
            }
            found.add(id);
        }
        return new Found.One<>(found);
    }

    private boolean in(@Nullable String province, Post post) {
        return province == null || place(post).filter(it -> province.equals(it.province())).isPresent();
    }

    private Optional<Place> place(Post post) {
        return picture.find(Place.key(post.post()), Place.class);
    }

    private static Optional<UUID> id(String word) {
        return word.length() == 36 && word.chars().filter(c -> c == '-').count() == 4
                && word.chars().allMatch(c -> c == '-' || Character.digit(c, 16) >= 0)
                        ? Optional.of(UUID.fromString(word))
                        : Optional.empty();
    }

    private static <T> Found<T> none(Reason reason, String detail) {
        return new Found.None<>(Decision.refuse(reason, detail));
    }
}
