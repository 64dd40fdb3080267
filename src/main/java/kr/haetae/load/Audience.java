package kr.haetae.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All screens of a run: each logs in, fetches its view, says hello from its cursor, and comes back from there when it was cut off. */
final class Audience {
    /** Ports of one address towards one server: Linux gives 28,232 of itself. */
    private static final int SOCKETS_OF_ADDRESS = 20_000;

    /** One screen's place: its log-in is shared with its neighbours. */
    private record Seat(Screen screen, Ticket ticket, NetClient client, Context context) {}

    private final Loops loops;
    private final Terms terms;
    private final Requests requests;
    private final Tape tape;
    private final List<NetClient> clients = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private final AtomicInteger current = new AtomicInteger();

    Audience(Loops loops, Terms terms, Requests requests, Tape tape) {
        this.loops = loops;
        this.terms = terms;
        this.requests = requests;
        this.tape = tape;
    }

    /** Adds a screen for each scope, all with one kind of account; they are opened later. */
    void add(List<String> scopes, Function<String, Terms.Account> account, Marks marks) {
        Ticket ticket = null;
        for (String scope : scopes) {
            Terms.Account own = account.apply(scope);
            if (ticket == null || !ticket.serves(own)) {
                ticket = new Ticket(requests, own, terms.crowd().socketsOfLogin());
            }
            seats.add(new Seat(new Screen(scope, tape, marks), ticket, client(seats.size()),
                    loops.of(seats.size())));
        }
    }

    List<Screen> screens() {
        return seats.stream().map(Seat::screen).toList();
    }

    /** How many show what is current. */
    int current() {
        return current.get();
    }

    /** Logs everybody in, fetches their views, says hello. */
    Future<Void> open(UUID operation) {
        return each(seat -> open(seat, operation));
    }

    /**
     * As {@link #open(UUID)}, but one comes each time that {@code every} has gone by, however long those before take, until nobody is left
     * or {@code going} says no. Answers how many came.
     */
    Future<Integer> arrive(UUID operation, Duration every, BooleanSupplier going) {
        Promise<Integer> all = Promise.promise();
        List<Future<Void>> opened = new ArrayList<>();
        loops.vertx().setPeriodic(every.toMillis(), timer -> {
            if (opened.size() < seats.size() && going.getAsBoolean()) {
                opened.add(open(seats.get(opened.size()), operation));
            } else {
                loops.vertx().cancelTimer(timer);
                Future.all(opened).map(opened.size()).onComplete(all);
            }
        });
        return all.future();
    }

    private Future<Void> open(Seat seat, UUID operation) {
        return seat.ticket().token()
                .compose(token -> requests.picture(token,
                        "/operations/%s/picture?scope=%s".formatted(operation, seat.screen().scope()))
                        .onSuccess(seat.screen()::hold)
                        .compose(cursor -> connect(seat, operation, token)))
                .onSuccess(v -> current.incrementAndGet());
    }

    /** Opens sockets to a server that only sends. */
    Future<Void> listen() {
        return each(seat -> connect(seat, null, "").onSuccess(v -> current.incrementAndGet()));
    }

    /** Cuts all at once and brings them back, each from its cursor. */
    Future<Void> storm(UUID operation) {
        List<Future<Void>> cuts = seats.stream().map(seat -> seat.screen().cut()).toList();
        current.set(0);
        long cut = System.nanoTime();
        return Future.join(cuts).compose(v -> each(seat -> back(seat, operation, Duration.ZERO, cut)));
    }

    /** Brings back those whose server went away, all at once; who is not let in tries again after {@code pause}. */
    Future<Void> storm(UUID operation, Duration pause) {
        current.set(0);
        long began = System.nanoTime();
        return Future.all(seats.stream().map(seat -> back(seat, operation, pause, began)).toList()).mapEmpty();
    }

    /** @param pause zero: no second try */
    private Future<Void> back(Seat seat, UUID operation, Duration pause, long since) {
        return seat.ticket().token()
                .compose(token -> connect(seat, operation, token))
                .onSuccess(w -> {
                    current.incrementAndGet();
                    tape.back.recordValue(System.nanoTime() - since);
                })
                .recover(failure -> pause.isZero() ? Future.failedFuture(failure)
                        : loops.vertx().timer(pause.toMillis()).compose(v -> back(seat, operation, pause, since)));
    }

    void close() {
        seats.forEach(seat -> seat.screen().cut());
    }

    private Future<Void> connect(Seat seat, @Nullable UUID operation, String token) {
        String request = "GET /api/v1/live HTTP/1.1\r\nHost: %s:%d\r\n%sUpgrade: websocket\r\nConnection: Upgrade\r\n"
                .formatted(terms.venue().host(), terms.venue().port(),
                        operation == null ? "" : "Authorization: Bearer " + token + "\r\n")
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: aGFldGFlIHJlaGVhcnNlcw==\r\n\r\n";
        Promise<Void> open = Promise.promise();
        seat.context().runOnContext(there -> seat.client().connect(terms.venue().port(), terms.venue().host())
                .compose(socket -> seat.screen().open(socket, request,
                        operation == null ? null : hello(seat, operation)))
                .onComplete(open));
        return open.future();
    }

    private static String hello(Seat seat, UUID operation) {
        String since = seat.screen().since();
        return "{\"type\":\"hello\",\"operation\":\"%s\",\"scope\":\"%s\"%s}".formatted(operation,
                seat.screen().scope(),
                since.isEmpty() ? "" : ",\"since\":\"" + since + "\"");
    }

    /** So many at a time as the terms say; fails with the first failure. */
    private Future<Void> each(Function<Seat, Future<Void>> step) {
        AtomicInteger next = new AtomicInteger();
        return Future.all(IntStream.range(0, Math.min(terms.crowd().opening(), Math.max(1, seats.size())))
                .mapToObj(lane -> lane(next, step)).toList()).mapEmpty();
    }

    private Future<Void> lane(AtomicInteger next, Function<Seat, Future<Void>> step) {
        int place = next.getAndIncrement();
        return place >= seats.size() ? Future.succeededFuture()
                : step.apply(seats.get(place)).compose(v -> lane(next, step));
    }

    private NetClient client(int seat) {
        int address = seat / SOCKETS_OF_ADDRESS;
        while (clients.size() <= address) {
            NetClientOptions options = new NetClientOptions().setTcpNoDelay(true).setSsl(terms.venue().tls());
            if (terms.venue().host().equals("127.0.0.1")) {
                options.setLocalAddress("127.0.0." + (clients.size() + 1));
            }
            terms.venue().trust().apply(options);
            clients.add(loops.vertx().createNetClient(options));
        }
        return clients.get(address);
    }
}
