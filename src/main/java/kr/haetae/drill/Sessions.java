package kr.haetae.drill;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kr.haetae.event.NamedId;

/**
 * The drill's accounts: issued in bulk, activated when each first acts. Nobody keeps their passwords, so an account that an earlier
 * run activated is reset. For one context.
 */
final class Sessions {
    /** Rows of one list of accounts; far below what the server takes. */
    private static final int ROWS = 10_000;

    private final Wire wire;
    private final Retry retry;
    private final Api api;
    private final Session administrator;
    private final String prefix;
    private final Doors doors = new Doors();
    private final Map<String, Session> sessions = new HashMap<>();
    private final Set<UUID> accounts = new TreeSet<>();

    Sessions(Wire wire, Retry retry, Api api, Session administrator, String prefix) {
        this.wire = wire;
        this.retry = retry;
        this.api = api;
        this.administrator = administrator;
        this.prefix = prefix;
    }

    Session administrator() {
        return administrator;
    }

    Session of(Client client) {
        Session session = sessions.get(prefix + client.login());
        if (session == null) {
            throw new IllegalStateException("the staff has no " + client.login());
        }
        return session;
    }

    /** The accounts of the drill's people, for telling their entries from those of others. */
    Set<UUID> accounts() {
        return accounts;
    }

    Future<Void> issue(List<Staff.Member> members) {
        Future<Void> issued = Future.succeededFuture();
        for (int start = 0; start < members.size(); start += ROWS) {
            List<Staff.Member> part = members.subList(start, Math.min(members.size(), start + ROWS));
            issued = issued.compose(v -> api.upload(administrator, UUID.randomUUID(), "/accounts/bulk",
                    Lists.accounts(prefix, part))).compose(this::issued);
        }
        return issued;
    }

    private Future<Void> issued(JsonObject answer) {
        JsonArray lines = answer.getJsonArray("items");
        Future<Void> all = Future.succeededFuture();
        for (int i = 0; i < lines.size(); i++) {
            JsonObject line = lines.getJsonObject(i);
            String id = line.getString("id");
            if (id == null) {
                return Future.failedFuture(new DrillRefused("The account %s was not made: %s, %s"
                        .formatted(line.getString("login"), line.getString("code"), line.getString("detail"))));
            }
            accounts.add(UUID.fromString(id));
            String code = line.getString("activationCode");
            if (code == null) {
                all = all.compose(v -> reset(line.getString("login"), UUID.fromString(id)));
            } else {
                open(line.getString("login"), code);
            }
        }
        return all;
    }

    private Future<Void> reset(String login, UUID account) {
        UUID command = NamedId.of(UUID.randomUUID(), login);
        return api.require(administrator, command, new Call("POST", "/accounts/" + account + "/reset", "{}"))
                .map(answer -> {
                    open(login, answer.getString("activationCode"));
                    return null;
                });
    }

    private void open(String login, String code) {
        sessions.put(login, new Session(wire, retry, new Credential.Activation(login, code), doors));
    }
}
