package kr.haetae.picture;

import io.vavr.collection.Vector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kr.haetae.event.Author;
import kr.haetae.event.Cursor;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationState;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import org.jspecify.annotations.Nullable;

/** What one operation looks like at one seq. Immutable; shared between threads. */
public final class Picture {
    private final CommandTree tree;
    private final @Nullable OperationEntity operation;
    private final Store store;
    private final Course course;
    private final ChangeLog log;
    private final Cursor cursor;
    private final Instant at;
    private final Instant realAt;

    private Picture(Cursor genesis) {
        this(CommandTree.EMPTY, null, Store.EMPTY, Course.EMPTY, ChangeLog.from(genesis), genesis, Instant.EPOCH,
                Instant.EPOCH);
    }

    Picture(CommandTree tree, @Nullable OperationEntity operation, Store store, Course course, ChangeLog log,
            Entry last) {
        this(tree, operation, store, course, log, last.cursor(), last.at(), last.realAt());
    }

    /** As a snapshot holds it. */
    Picture(CommandTree tree, @Nullable OperationEntity operation, Store store, Course course, ChangeLog log,
            Cursor cursor, Instant at, Instant realAt) {
        this.tree = tree;
        this.operation = operation;
        this.store = store;
        this.course = course;
        this.log = log;
        this.cursor = cursor;
        this.at = at;
        this.realAt = realAt;
    }

    /** The picture before the first entry. */
    public static Picture empty(Cursor genesis) {
        return new Picture(genesis);
    }

    /** The next picture. The capabilities' parts are applied in their order, after the operation's own. */
    public Picture evolve(Entry entry, List<Evolution> capabilities) {
        Draft draft = new Draft(this, entry);
        switch (entry.event()) {
            case Event.OperationDefined defined -> define(draft, defined);
            case OperationEvent event -> draft.operation().ifPresent(it -> draft.change(it.after(event, entry.at())));
            default -> {}
        }
        capabilities.forEach(capability -> capability.apply(draft, entry));
        return draft.finish();
    }

    public Cursor cursor() {
        return cursor;
    }

    /** Time of the last entry, by the operation's clock; the epoch when there is none. */
    public Instant at() {
        return at;
    }

    /** Real time of the last entry; the epoch when there is none. */
    public Instant realAt() {
        return realAt;
    }

    public CommandTree tree() {
        return tree;
    }

    public Optional<OperationEntity> operation() {
        return Optional.ofNullable(operation);
    }

    /** Why nothing may be reported or ordered now: the operation is not open. */
    public Optional<Decision> notOpen() {
        return operation != null && operation.state() == OperationState.OPEN
                ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.OPERATION_NOT_OPEN, operation == null
                        ? "The operation is not defined yet."
                        : "The operation " + operation.name() + " is " + operation.state() + ", not open."));
    }

    /** The operation's clock; real time until it is defined. */
    public OperationClock clock() {
        return operation == null ? OperationClock.real(Instant.EPOCH) : operation.clock();
    }

    public Optional<Held> held(Key key) {
        return store.find(key);
    }

    public <E extends Entity> Optional<E> find(Key key, Class<E> type) {
        return store.find(key).map(held -> type.cast(held.entity()));
    }

    /** What is there and the author may look up: a command must not tell of what its author could not see. */
    public <E extends Entity> Optional<E> visible(Author author, Key key, Class<E> type) {
        return find(key, type).filter(entity -> permits(View.own(author), entity));
    }

    /** Every entity of a kind, in no order. */
    public Iterable<Held> all(String kind) {
        return store.kind(kind).values();
    }

    /** The entities of a kind for which a rule of time may have something to do at that moment, the earliest first. */
    public List<Held> timedUntil(String kind, Instant now) {
        return store.timedUntil(kind, now);
    }

    /** The kind's chronicled entities that were born before a seq, the youngest first; reads on as far as it is asked. */
    public Iterable<Held> chronicleBefore(String kind, long seq) {
        Vector<Chronicled> born = store.chronicle(kind);
        int end = Chronicled.before(born, seq);
        return () -> IntStream.iterate(end - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> store.find(new Key(kind, born.get(i).id()))
                        .filter(held -> held.born() == born.get(i).born()))
                .flatMap(Optional::stream)
                .iterator();
    }

    /** The seqs of the entries that made a chronicled entity what it is, oldest first; its history is read there. */
    public List<Long> trace(Key key) {
        return store.trace(key).asJava();
    }

    /** How often the counter was counted; 0 at first. */
    public long counter(String name) {
        return store.counter(name);
    }

    /** The course of the tallies; of what a view holds: {@link Series}. */
    public Course course() {
        return course;
    }

    public boolean sees(View view, Entity entity) {
        return entity.audience().includes(view, tree) && leaves(view, entity);
    }

    /** Whether the entity may be looked up from the view's scope, even one that a view of that depth does not hold. */
    public boolean permits(View view, Entity entity) {
        return entity.audience().permits(view, tree) && leaves(view, entity);
    }

    private boolean leaves(View view, Entity entity) {
        return tree.kind(view.scope()) != UnitKind.COMMISSION || entity.leavesPolice();
    }

    /**
     * Everything in the view, as a reset. Unit by unit, and what has the same id (a post and its watch) side by side: so it
     * compresses to little more than half.
     */
    public Difference snapshot(View view) {
        Map<UnitCode, List<Seen>> units = new HashMap<>();
        store.kinds().values().forEach(kind -> kind.forEach((id, held) -> {
            if (sees(view, held.entity())) {
                units.computeIfAbsent(held.entity().audience().unit(), unit -> new ArrayList<>())
                        .add(new Seen(id, held));
            }
        }));
        List<Held> put = new ArrayList<>();
        units.values().forEach(unit -> {
            unit.sort(Comparator.comparing(Seen::id));
            unit.forEach(seen -> put.add(seen.held()));
        });
        return new Difference(cursor, cursor, at, true, put, List.of());
    }

    private record Seen(String id, Held held) {}

    /** The same, made from an earlier one of the same view: a tenth of the work while the changes since then are known. */
    public Difference snapshot(View view, Difference earlier) {
        Optional<Map<Key, Optional<Held>>> changed = log.after(earlier.upTo());
        if (changed.isEmpty() || changed.get().containsKey(rootUnit())) {
            return snapshot(view);
        }
        IdentityHashMap<Held, Optional<Held>> replaced = new IdentityHashMap<>();
        List<Held> come = new ArrayList<>();
        changed.get().forEach((key, before) -> {
            Optional<Held> now = store.find(key).filter(held -> sees(view, held.entity()));
            before.filter(held -> sees(view, held.entity())).ifPresentOrElse(held -> replaced.put(held, now),
                    () -> now.ifPresent(come::add));
        });
        List<Held> put = new ArrayList<>(earlier.put().size() + come.size());
        earlier.put().forEach(held -> {
            Optional<Held> now = replaced.get(held);
            if (now == null) {
                put.add(held);
            } else {
                now.ifPresent(put::add);
            }
        });
        put.addAll(come);
        return new Difference(cursor, cursor, at, true, put, List.of());
    }

    /**
     * What changed in the view since a cursor; a reset when the cursor is not (or no longer) known here, or when the command tree
     * changed since.
     */
    public Difference since(Cursor since, View view) {
        Optional<Map<Key, Optional<Held>>> changed = log.after(since);
        if (changed.isEmpty() || changed.get().containsKey(rootUnit())) {
            return snapshot(view);
        }
        List<Held> put = new ArrayList<>();
        List<Key> drop = new ArrayList<>();
        changed.get().forEach((key, before) -> {
            Optional<Held> now = store.find(key).filter(held -> sees(view, held.entity()));
            if (now.isPresent()) {
                put.add(now.get());
            } else if (before.isPresent() && sees(view, before.get().entity())) {
                drop.add(key);
            }
        });
        return new Difference(since, cursor, at, false, put, drop);
    }

    /** Whether changes since the cursor are known here; {@link #since} answers any other with a reset. */
    public boolean remembers(Cursor since) {
        return log.remembers(since);
    }

    /** Its entity changes exactly when the command tree is defined. */
    private Key rootUnit() {
        return new Key("unit", (operation == null ? UnitCode.HEADQUARTERS : operation.root()).value());
    }

    private static void define(Draft draft, Event.OperationDefined defined) {
        CommandTree tree = CommandTree.of(defined.units());
        PlacedUnit root = defined.units().stream().filter(unit -> unit.parent() == null).findFirst().orElseThrow();
        draft.define(tree);
        draft.change(OperationEntity.prepared(
                defined.operation(), defined.name(), defined.kind(), defined.clock(), root.code()));
        for (int order = 0; order < defined.units().size(); order++) {
            draft.put(new UnitEntity(defined.units().get(order), order));
        }
    }

    Store store() {
        return store;
    }

    ChangeLog log() {
        return log;
    }
}
