package kr.haetae.auth;

import java.util.UUID;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is asked for.
 *
 * @param login in any spelling; kept folded, see {@link Logins}
 * @param name as people say it, 1 to 100 characters
 */
public record NewAccount(String login, String name, Role role, UnitCode unit, @Nullable UUID post) {
    /** Folds the login, trims the name. */
    public NewAccount {
        login = Logins.fold(login);
        name = name.strip();
    }
}
