package kr.haetae;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import kr.haetae.config.ProgramFiles;
import kr.haetae.event.Cursor;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.ledger.Fold;
import kr.haetae.ledger.SnapshotForm;
import kr.haetae.picture.Comparison;
import kr.haetae.picture.PartWriter;
import kr.haetae.picture.Picture;
import kr.haetae.picture.PictureAssembly;
import kr.haetae.picture.PictureParts;

/** How an operation's picture is kept: the version is the program's own classes, so that nobody can forget to raise it. */
final class PictureSnapshot implements SnapshotForm<Picture> {
    static final PictureSnapshot FORM = new PictureSnapshot();

    private static final class Version {
        static final Hash VALUE = Hash.of(ProgramFiles.digest(directories()),
                PartWriter.LIBRARY.getBytes(StandardCharsets.UTF_8));
    }

    private PictureSnapshot() {}

    /** SHA-256 over all classes of the packages that events, picture, capabilities and ledger lie in, and the writer's version. */
    @Override
    public Hash version() {
        return Version.VALUE;
    }

    /** Where an entity's class, and whatever changes it, must lie. */
    static SortedSet<String> directories() {
        SortedSet<String> directories = new TreeSet<>();
        Stream.concat(Stream.of(Event.class, Picture.class, Fold.class),
                OperationFold.CAPABILITIES.stream().map(Object::getClass))
                .forEach(type -> directories.add(type.getPackageName().replace('.', '/')));
        return directories;
    }

    @Override
    public List<byte[]> write(Picture picture) {
        return PictureParts.of(picture);
    }

    @Override
    public Assembly<Picture> assembly() {
        PictureAssembly assembly = new PictureAssembly();
        return new Assembly<>() {
            @Override
            public void part(int number, byte[] bytes) {
                assembly.part(number, bytes);
            }

            @Override
            public Picture whole(Cursor cursor) {
                return assembly.whole(cursor);
            }
        };
    }

    @Override
    public Optional<String> difference(Picture one, Picture other) {
        return Comparison.difference(one, other);
    }
}
