package kr.haetae.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Breaks what {@code docs/faults.md} names, and prints as lines of Markdown what people went through. */
@Command(name = "ops/faults", mixinStandardHelpOptions = true)
public final class Faults implements Callable<Integer> {
    @Parameters(description = "all, list, or names of faults.", arity = "1..*")
    private final List<String> names = List.of();

    @Option(names = "--directory", defaultValue = "target/faults", description = "For data, logs and result.json. (${DEFAULT-VALUE})")
    private Path directory = Path.of("target/faults");

    private Faults() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        System.exit(new CommandLine(new Faults()).execute(arguments));
    }

    /** 0 where every history holds, 1 where one does not, 2 where a name is unknown. */
    @Override
    public Integer call() throws Exception {
        if (names.equals(List.of("list"))) {
            Catalogue.FAULTS.forEach(fault -> System.out.printf("%-24s %s%n", fault.name(), fault.what()));
            return 0;
        }
        Predicate<Fault> wanted = fault -> names.contains("all") || names.contains(fault.name());
        List<String> known = Catalogue.FAULTS.stream().map(Fault::name).toList();
        List<String> unknown = names.stream().filter(it -> !it.equals("all") && !known.contains(it)).toList();
        if (!unknown.isEmpty()) {
            System.err.println("No such fault: " + unknown + "; see ops/faults list");
            return 2;
        }
        List<Outcome> outcomes = play(Catalogue.FAULTS.stream().filter(wanted).toList());
        return outcomes.stream().allMatch(Outcome::holds) ? 0 : 1;
    }

    private List<Outcome> play(List<Fault> faults) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        System.out.println(Outcome.HEAD);
        try (Stage stage = new Stage(directory)) {
            // Also when somebody ends the run: what it started must not stay.
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
            for (Fault fault : faults) {
                outcomes.add(play(fault, stage));
                System.out.println(outcomes.getLast().row());
                new ObjectMapper().writerWithDefaultPrettyPrinter()
                        .writeValue(directory.resolve("result.json").toFile(), outcomes);
            }
            stage.verify();
        }
        return outcomes;
    }

    /** One that could not be played is an outcome too, and the next one begins anew. */
    private static Outcome play(Fault fault, Stage stage) throws InterruptedException {
        try {
            return Run.of(fault, stage.installation(fault));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            stage.close();
            return Outcome.unplayed(fault.name(), e);
        }
    }
}
