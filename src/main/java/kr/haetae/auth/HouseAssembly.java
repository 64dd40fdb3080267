package kr.haetae.auth;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Queue;
import io.vavr.collection.TreeMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import kr.haetae.event.Cursor;
import kr.haetae.event.PlacedUnit;
import kr.haetae.ledger.SnapshotForm;
import kr.haetae.picture.PartReader;

/** Makes a house of the parts that {@link HouseSnapshot} wrote. */
final class HouseAssembly implements SnapshotForm.Assembly<House> {
    private record Part(HouseSnapshot.Content content, List<?> rows) {}

    private final SortedMap<Integer, Part> parts = new ConcurrentSkipListMap<>();

    @Override
    public void part(int number, byte[] bytes) {
        try (PartReader part = new PartReader(bytes)) {
            HouseSnapshot.Content content = HouseSnapshot.Content.valueOf(part.content());
            List<Object> rows = new ArrayList<>();
            while (part.next()) {
                rows.add(part.row(content.row()));
            }
            parts.put(number, new Part(content, rows));
        } catch (IOException e) {
            throw new UncheckedIOException("part " + number + " can't be read", e);
        }
    }

    @Override
    public House whole(Cursor cursor) {
        List<HouseSnapshot.Ending> endings = rows(HouseSnapshot.Content.ENDINGS, HouseSnapshot.Ending.class);
        return new House(
                LinkedHashMap.ofEntries(lines(HouseSnapshot.Content.UNITS, PlacedUnit.class,
                        unit -> Tuple.of(unit.code(), unit))),
                HashMap.ofEntries(lines(HouseSnapshot.Content.OPERATIONS, House.Operation.class,
                        operation -> Tuple.of(operation.id(), operation))),
                HashMap.ofEntries(lines(HouseSnapshot.Content.ACCOUNTS, Account.class,
                        account -> Tuple.of(account.id(), account))),
                TreeMap.ofEntries(lines(HouseSnapshot.Content.LOGINS, HouseSnapshot.Login.class,
                        login -> Tuple.of(login.login(), login.account()))),
                HashMap.ofEntries(lines(HouseSnapshot.Content.ENDINGS, HouseSnapshot.Ending.class,
                        ending -> Tuple.of(ending.session(), ending.at()))),
                Queue.ofAll(endings.stream().map(HouseSnapshot.Ending::session).toList()));
    }

    private <R, K, V> List<Tuple2<K, V>> lines(HouseSnapshot.Content content, Class<R> type,
            Function<R, Tuple2<K, V>> line) {
        return rows(content, type).stream().map(line).toList();
    }

    /** @throws IllegalStateException when there is no such part */
    private <R> List<R> rows(HouseSnapshot.Content content, Class<R> type) {
        List<Part> of = parts.values().stream().filter(part -> part.content() == content).toList();
        if (of.isEmpty()) {
            throw new IllegalStateException("there is no part with " + content);
        }
        return of.stream().flatMap(part -> part.rows().stream()).<R>map(type::cast).toList();
    }
}
