package kr.haetae.auth;

import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.config.ProgramFiles;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.PlacedUnit;
import kr.haetae.ledger.Fold;
import kr.haetae.ledger.SnapshotForm;
import kr.haetae.picture.Comparison;
import kr.haetae.picture.PartWriter;

/**
 * How the picture of the house is kept, in the manner of an operation's: rows of its records by their components, and the version is
 * the program's own classes. A house says nothing of its cursor; the digest of the snapshot's row does.
 */
final class HouseSnapshot implements SnapshotForm<House> {
    static final HouseSnapshot FORM = new HouseSnapshot();

    /** What a part holds, in the order in which it is written. */
    enum Content {
        /** In the order in which they were adopted. */
        UNITS(PlacedUnit.class),
        OPERATIONS(House.Operation.class),
        ACCOUNTS(Account.class),
        LOGINS(Login.class),
        /** The oldest first. */
        ENDINGS(Ending.class);

        private final Class<?> row;

        Content(Class<?> row) {
            this.row = row;
        }

        Class<?> row() {
            return row;
        }
    }

    record Login(String login, UUID account) {}

    record Ending(UUID session, Instant at) {}

    private static final class Version {
        static final Hash VALUE = Hash.of(ProgramFiles.digest(directories()),
                PartWriter.LIBRARY.getBytes(StandardCharsets.UTF_8));
    }

    private HouseSnapshot() {}

    /** SHA-256 over all classes of the packages that events, the house, the writer and the ledger lie in, and the library's version. */
    @Override
    public Hash version() {
        return Version.VALUE;
    }

    /** Where the records' classes, and whatever changes them, must lie. */
    static SortedSet<String> directories() {
        SortedSet<String> directories = new TreeSet<>();
        Stream.of(Event.class, House.class, PartWriter.class, Fold.class)
                .forEach(type -> directories.add(type.getPackageName().replace('.', '/')));
        return directories;
    }

    @Override
    public List<byte[]> write(House house) {
        PartWriter parts = new PartWriter();
        try {
            rows(parts, Content.UNITS, house.units().values());
            rows(parts, Content.OPERATIONS, house.operations().values());
            rows(parts, Content.ACCOUNTS, house.accounts().values());
            rows(parts, Content.LOGINS, house.logins().map(line -> new Login(line._1, line._2)));
            rows(parts, Content.ENDINGS, house.endings().map(it -> new Ending(it, house.ended().get(it).get())));
            return parts.parts();
        } catch (IOException e) {
            throw new UncheckedIOException("the picture of the house can't be written", e);
        }
    }

    private static void rows(PartWriter parts, Content content, Iterable<?> rows) throws IOException {
        SmileGenerator out = parts.begin(content.name(), "");
        for (Object row : rows) {
            out.writePOJO(row);
            out = parts.room(content.name(), "");
        }
    }

    @Override
    public Assembly<House> assembly() {
        return new HouseAssembly();
    }

    @Override
    public Optional<String> difference(House one, House other) {
        if (!Comparison.same(one.units().values(), other.units().values())) {
            return Optional.of("the organisation");
        }
        return Comparison.key(one.operations(), other.operations(), Objects::equals).map(id -> "operation " + id)
                .or(() -> Comparison.key(one.accounts(), other.accounts(), Objects::equals).map(id -> "account " + id))
                .or(() -> Comparison.key(one.logins(), other.logins(), Objects::equals).map(login -> "a login"))
                .or(() -> Comparison.key(one.ended(), other.ended(), Objects::equals).map(id -> "session " + id))
                .or(() -> one.endings().equals(other.endings()) ? Optional.empty()
                        : Optional.of("the order of ended sessions"));
    }
}
