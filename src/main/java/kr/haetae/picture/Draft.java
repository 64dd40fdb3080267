package kr.haetae.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.haetae.event.Entry;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** The next picture while one entry is being folded into it. Used by one thread, then thrown away. */
public final class Draft {
    private record Share(Entity entity, int sign) {}

    private record Place(UnitCode unit, Clearance clearance) {}

    private final Picture from;
    private final Entry entry;
    private final Map<Key, Optional<Held>> before = new LinkedHashMap<>();
    private final List<Share> shares = new ArrayList<>();
    private Store store;
    private CommandTree tree;
    private @Nullable OperationEntity operation;

    Draft(Picture from, Entry entry) {
        this.from = from;
        this.entry = entry;
        this.store = from.store();
        this.tree = from.tree();
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
        Optional<Held> old = store.find(entity.key());
        remember(entity.key(), old);
        if (old.filter(held -> sameShare(held.entity(), entity)).isEmpty()) {
            old.ifPresent(held -> shares.add(new Share(held.entity(), -1)));
            shares.add(new Share(entity, 1));
        }
        store = store.with(new Held(entity, entry.seq(), old.map(Held::born).orElse(entry.seq())), old);
    }

    /** Whether the one adds to the same tallies the same as the other, as most changes do. */
    private static boolean sameShare(Entity one, Entity other) {
        Audience a = one.audience();
        Audience b = other.audience();
        return a.unit().equals(b.unit()) && a.clearance() == b.clearance()
                && one.contribution().equals(other.contribution());
    }

    /** Takes the entity away, if it is there. */
    public void drop(Key key) {
        store.find(key).ifPresent(old -> {
            remember(key, Optional.of(old));
            shares.add(new Share(old.entity(), -1));
            store = store.without(old);
        });
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
        return new Picture(tree, operation, store, from.log().append(entry, before), entry);
    }

    /** Adds up first: most of what five hundred rows take away, they give back. */
    private void tally() {
        Map<Place, TallyChange> changes = new LinkedHashMap<>();
        Map<UnitCode, List<UnitCode>> lines = new HashMap<>();
        for (Share share : shares) {
            Contribution contribution = share.entity().contribution();
            if (contribution.equals(Contribution.NONE)) {
                continue;
            }
            Audience audience = share.entity().audience();
            for (UnitCode unit : lines.computeIfAbsent(audience.unit(), tree::line)) {
                changes.computeIfAbsent(new Place(unit, audience.clearance()), place -> new TallyChange())
                        .add(contribution, share.sign());
            }
        }
        changes.forEach(this::tally);
    }

    private void tally(Place place, TallyChange change) {
        Key key = Tally.key(place.unit(), place.clearance());
        Optional<Held> old = store.find(key);
        Tally tally = old.map(held -> (Tally) held.entity())
                .orElseGet(() -> Tally.empty(place.unit(), place.clearance())).plus(change);
        if (old.isEmpty() || !old.get().entity().equals(tally)) {
            remember(key, old);
            store = store.with(new Held(tally, entry.seq(), old.map(Held::born).orElse(entry.seq())), old);
        }
    }

    private void remember(Key key, Optional<Held> old) {
        before.putIfAbsent(key, old);
    }
}
