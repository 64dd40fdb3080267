package kr.haetae;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The package table of docs/architecture.md: who may know whom. */
class ArchitectureTest {
    private static final Set<String> CAPABILITIES = Set.of("operation", "incident", "crime", "level", "force", "post",
            "directive", "custody", "attachment",
            "erasure", "alarm");
    private static final Set<String> DOMAIN = union(CAPABILITIES, Set.of("picture", "event"));

    /** Each package with the packages of ours that it may use; the root may use all. Absent packages do no harm. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("http", union(CAPABILITIES, Set.of("feed", "ledger", "picture", "event", "auth", "roster",
                    "blob", "config", "metrics", "drill"))),
            Map.entry("feed", union(CAPABILITIES, Set.of("ledger", "picture", "event", "auth", "config", "metrics"))),
            Map.entry("drill", union(CAPABILITIES, Set.of("ledger", "picture", "event", "roster", "auth", "config",
                    "metrics"))),
            Map.entry("load", Set.of("drill", "event", "roster")),
            Map.entry("operation", Set.of("picture", "event")),
            Map.entry("incident", Set.of("picture", "event")),
            Map.entry("crime", Set.of("picture", "event")),
            Map.entry("level", Set.of("picture", "event")),
            Map.entry("force", Set.of("picture", "event")),
            Map.entry("post", Set.of("picture", "event")),
            Map.entry("erasure", Set.of("picture", "event")),
            Map.entry("directive", Set.of("picture", "event")),
            Map.entry("custody", Set.of("picture", "event")),
            Map.entry("attachment", Set.of("picture", "event")),
            Map.entry("alarm", Set.of("picture", "event")),
            Map.entry("blob", Set.of("event")),
            Map.entry("auth", Set.of("event", "picture", "ledger", "config", "metrics")),
            Map.entry("ledger", Set.of("event", "config", "metrics")),
            Map.entry("picture", Set.of("event")),
            Map.entry("roster", Set.of("event")),
            Map.entry("event", Set.of()),
            Map.entry("database", Set.of("config")),
            Map.entry("tls", Set.of("config")),
            Map.entry("config", Set.of()),
            Map.entry("metrics", Set.of()));

    /** Reading them takes seconds: other tests look at the same. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("kr.haetae");

    @TestFactory
    Stream<DynamicTest> dependenciesGoOnlyDownwards() {
        return MAY_USE.entrySet().stream().map(it -> DynamicTest.dynamicTest(it.getKey(),
                () -> assertThat(forbidden(it.getKey(), it.getValue())).isEmpty()));
    }

    @Test
    void everyPackageStandsInTheTable() {
        var present = CLASSES.stream().map(ArchitectureTest::part).filter(it -> !it.isEmpty())
                .collect(Collectors.toSet());

        assertThat(MAY_USE.keySet()).containsAll(present);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("kr.haetae.(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void theDomainKnowsNoVertxAndDoesNoInputOrOutput() {
        noClasses().that().resideInAnyPackage(packages(DOMAIN)).should().dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..", "java.sql..", "java.net.http..", "java.nio.channels..",
                        "java.util.logging..")
                .allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void onlyTheRootEndsTheProcess() {
        noClasses().that().resideInAPackage("kr.haetae.*..").should().callMethod(System.class, "exit", int.class)
                .allowEmptyShould(true).check(CLASSES);
    }

    private static List<String> forbidden(String part, Set<String> allowed) {
        var found = new ArrayList<String>();
        for (var it : CLASSES) {
            if (!part(it).equals(part)) continue;
            it.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> dependency.getTargetClass().getPackageName().startsWith("kr.haetae"))
                    .filter(dependency -> !part(dependency.getTargetClass()).equals(part)
                            && !allowed.contains(part(dependency.getTargetClass())))
                    .map(dependency -> dependency.getDescription()).forEach(found::add);
        }
        return found;
    }

    /** {@code feed} for kr.haetae.feed and all below; empty for the root. */
    private static String part(JavaClass type) {
        var below = type.getPackageName().replaceFirst("^kr\\.haetae\\.?", "");
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
    }

    private static String[] packages(Set<String> parts) {
        return parts.stream().map("kr.haetae.%s.."::formatted).toArray(String[]::new);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
