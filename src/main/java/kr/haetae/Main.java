package kr.haetae;

import java.net.BindException;
import java.util.List;
import java.util.concurrent.CompletionException;
import kr.haetae.config.Configuration;
import kr.haetae.config.ConfigurationErrors;
import kr.haetae.database.DatabaseRefused;
import kr.haetae.drill.DrillRefused;
import kr.haetae.load.RehearsalRefused;
import kr.haetae.tls.TlsRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: without a subcommand it serves. */
@Command(name = "haetae", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, description = "Live operations system of an election-security situation room.", subcommands = {
    ServeCommand.class, VerifyCommand.class, ImportPostsCommand.class, AccountCommand.class, KeysCommand.class,
    DrillCommand.class, LoadCommand.class
})
public final class Main implements Runnable {
    @CommandLine.Mixin
    private final ServeCommand.Options options = new ServeCommand.Options();

    private Main() {}

    /** Exits with 0, 1 when something is refused or wrong, 2 for wrong usage. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((e, command, parsed) -> report(e));
        int code = line.execute(args);
        if (code != 0 || !ServeCommand.serving()) {
            System.exit(code);
        }
    }

    @Override
    public void run() {
        ServeCommand.serve(options);
    }

    /** The settings, or all that is wrong with them. */
    static Configuration configuration() {
        return Configuration.of(System.getenv());
    }

    private static int report(Exception thrown) {
        Throwable e = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        List<String> sentences = switch (e) {
            case ConfigurationErrors errors -> errors.sentences();
            case DatabaseRefused refused -> List.of(String.valueOf(refused.getMessage()));
            case TlsRefused refused -> List.of(String.valueOf(refused.getMessage()));
            case Refusal refusal -> List.of(String.valueOf(refusal.getMessage()));
            case RehearsalRefused refused -> List.of(String.valueOf(refused.getMessage()));
            case DrillRefused refused -> List.of(String.valueOf(refused.getMessage()));
            case BindException taken -> List.of(
                    "A port can't be opened: %s. Another program may have it; see HAETAE_HTTP_PORT, HAETAE_MANAGEMENT_PORT."
                            .formatted(taken.getMessage()));
            default -> {
                e.printStackTrace();
                yield List.of("haetae stopped: " + e);
            }
        };
        sentences.forEach(System.err::println);
        return 1;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[]{"haetae " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
