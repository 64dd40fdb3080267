package kr.haetae;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.Callable;
import kr.haetae.auth.KeyFile;
import kr.haetae.config.Configuration;
import picocli.CommandLine.Command;

/** The keys that sign access tokens. */
@Command(name = "rotate-keys", mixinStandardHelpOptions = true, description = "Adds a new signing key; the old ones verify until the longest token has passed. Nodes notice by themselves.")
final class KeysCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        Configuration configuration = Main.configuration();
        new KeyFile(configuration.security().keysFile(), new SecureRandom())
                .rotate(Instant.now(), configuration.security().accessTokenLifetime());
        System.out.println("A new key signs from now on: " + configuration.security().keysFile());
        return 0;
    }
}
