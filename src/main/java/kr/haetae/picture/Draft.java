package kr.haetae.picture;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.haetae.event.Clearance;
import kr.haetae.event.Entry;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** The next picture while one entry is being folded into it. Used by one thread, then thrown away. */
public final class Draft {
    private record Place(UnitCode unit, Clearance clearance) {}

    /** What an entity adds, and to the tallies of which unit and those above. */
    private record Share(Place place, Contribution contribution) {
        static Share of(Entity entity) {
            Audience audience = entity.audience();
            return new Share(new Place(audience.unit(), audience.clearance()), entity.contribution());
        }
    }

    private final Picture from;
    private final Entry entry;
    private final Map<Key, Optional<Held>> before = new LinkedHashMap<>();
    private final Map<Place, TallyChange> shares = new LinkedHashMap<>();
    private Store store;
    private CommandTree tree;
    private Course course;
    private @Nullable OperationEntity operation;

    Draft(Picture from, Entry entry) {
        this.from = from;
        this.entry = entry;
        this.store = from.store();
        this.tree = from.tree();
        this.course = from.course();
        this.operation = from.operation().orElse(null);
    }

    public CommandTree tree() {
        return tree;
    }

    public Optional<Entity> find(Key key) {
        return store.find(key).map(Held::entity);
    }

    public <E extends Entity> Optional<E> find(Key key, Class<E> type) {
        return find(key).map(type::cast);
    }

    /** Adds the entity, or replaces the one of the same key. */
    public void put(Entity entity) {
        Key key = entity.key();
        Optional<Held> old = store.find(key);
        remember(key, old);
        Share now = Share.of(entity);
        Optional<Share> then = old.map(held -> Share.of(held.entity()));
        if (then.filter(now::equals).isEmpty()) {
            then.ifPresent(share -> add(share, -1));
            add(now, 1);
        }
        store = store.with(key, new Held(entity, entry.seq(), old.map(Held::born).orElse(entry.seq())), old);
    }

    private void add(Share share, int sign) {
        if (!share.contribution().equals(Contribution.NONE)) {
            shares.computeIfAbsent(share.place(), place -> new TallyChange()).add(share.contribution(), sign);
        }
    }

    /** Takes the entity away, if it is there. */
    public void drop(Key key) {
        store.find(key).ifPresent(old -> {
            remember(key, Optional.of(old));
            add(Share.of(old.entity()), -1);
            store = store.without(key, old);
        });
    }

    /** Whether this entry has put or dropped it already. */
    public boolean changed(Key key) {
        return before.containsKey(key);
    }

    /** The entry belongs to the history of a chronicled entity that it does not change itself. */
    public void concern(Key key) {
        store = store.concerned(key, entry.seq());
    }

    /** Real time of the entry before this one; the epoch when there is none. */
    public Instant realAtBefore() {
        return from.realAt();
    }

    /** Counts one up, from 1: for numbers that people say over the radio. */
    public void count(String counter) {
        store = store.counted(counter);
    }

    /** The operation as the entry left it; absent until it is defined. */
    public Optional<OperationEntity> operation() {
        return Optional.ofNullable(operation);
    }

    /** What this entry has put or dropped so far, in that order. */
    public List<Key> changed() {
        return List.copyOf(before.keySet());
    }

    /** Every entity of a kind as it stands now, in no order; the draft may be changed meanwhile. */
    public Iterable<Held> all(String kind) {
        return store.kind(kind).values();
    }

    void define(CommandTree units) {
        tree = units;
    }

    void change(OperationEntity to) {
        operation = to;
        put(to);
    }

    Picture finish() {
        tally();
        return new Picture(tree, operation, store, course, from.log().append(entry, before), entry);
    }

    /** Added up unit by unit before it goes up the lines: most of what five hundred rows take away, they give back. */
    private void tally() {
        Map<Place, TallyChange> changes = new LinkedHashMap<>();
        shares.forEach((place, change) -> {
            for (UnitCode unit : tree.line(place.unit())) {
                changes.computeIfAbsent(new Place(unit, place.clearance()), above -> new TallyChange()).add(change);
            }
        });
        changes.forEach(this::tally);
    }

    private void tally(Place place, TallyChange change) {
        Key key = Tally.key(place.unit(), place.clearance());
        Optional<Held> old = store.find(key);
        Tally tally = old.map(held -> (Tally) held.entity())
                .orElseGet(() -> Tally.empty(place.unit(), place.clearance())).plus(change);
        if (old.isEmpty() || !old.get().entity().equals(tally)) {
            remember(key, old);
            course = course.changed(key, entry.at(), old.map(held -> (Tally) held.entity()).orElse(null));
            store = store.with(key, new Held(tally, entry.seq(), old.map(Held::born).orElse(entry.seq())), old);
        }
    }

    private void remember(Key key, Optional<Held> old) {
        before.putIfAbsent(key, old);
    }
}
