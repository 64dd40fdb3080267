package kr.haetae;

import java.util.concurrent.Callable;
import kr.haetae.auth.Account;
import kr.haetae.auth.AccountDesk;
import kr.haetae.auth.Actor;
import kr.haetae.auth.NewAccount;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accounts from the machine's own console: the first administrator, and whoever locked himself out. */
@Command(name = "account", mixinStandardHelpOptions = true, description = "Creates an account or resets its password; prints the activation code.", subcommands = {
    AccountCommand.Create.class, AccountCommand.Reset.class})
final class AccountCommand {
    @Command(name = "create", mixinStandardHelpOptions = true, description = "Creates an account.")
    static final class Create implements Callable<Integer> {
        @Parameters(paramLabel = "LOGIN")
        private String login = "";

        @Option(names = "--name", required = true, description = "As people say it.")
        private String name = "";

        @Option(names = "--role", description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if left out.")
        private Role role = Role.ADMINISTRATOR;

        @Option(names = "--unit", description = "A unit's code; headquarters (npa) if left out.")
        private String unit = UnitCode.HEADQUARTERS.value();

        @Override
        public Integer call() {
            NewAccount wanted = new NewAccount(login, name, role, UnitCode.of(unit), null);
            return DeskWork.in(backroom -> show(login,
                    Backroom.await(backroom.guardhouse().accounts().create(Actor.SYSTEM, Backroom.newId(), wanted))));
        }
    }

    @Command(name = "reset", mixinStandardHelpOptions = true, description = "Takes the password away and ends all sessions.")
    static final class Reset implements Callable<Integer> {
        @Parameters(paramLabel = "LOGIN")
        private String login = "";

        @Override
        public Integer call() {
            return DeskWork.in(backroom -> {
                Account account = backroom.ledgers().house().picture().byLogin(login)
                        .orElseThrow(() -> new Refusal("There is no account " + login + "."));
                return show(login, Backroom.await(
                        backroom.guardhouse().accounts().reset(Actor.SYSTEM, Backroom.newId(), account.id())));
            });
        }
    }

    private static int show(String login, AccountDesk.Issued issued) {
        AccountDesk.Code code = issued.code();
        if (issued.answer() instanceof Answer.Refused refused) {
            throw new Refusal(refused.refusal().detail());
        }
        if (code == null) {
            throw new Refusal("No activation code was issued for " + login + ".");
        }
        System.out.printf("%s activates with %s until %s%n", login, code.text(), code.expiresAt());
        return 0;
    }
}
