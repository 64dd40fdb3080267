package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kr.haetae.drill.Venue;
import kr.haetae.load.Findings;
import kr.haetae.load.Paper;
import kr.haetae.load.Rehearsal;
import kr.haetae.load.RehearsalRefused;
import kr.haetae.load.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small rehearsal against the product itself: everything that was accepted is on every screen, also after all were cut off. */
class RehearsalTest {
    private final RunningNode node = RunningNode.shared();

    @TempDir
    private Path directory;

    @Test
    void whatIsAcceptedIsShownEverywhere() throws Exception {
        Path capture = directory.resolve("frames");
        List<String> said = Collections.synchronizedList(new ArrayList<>());

        Findings findings = hold(terms("commander", capture), said);

        assertThat(findings.reports().accepted()).isBetween(30, 50);
        assertThat(findings.reports().refused()).isZero();
        assertThat(findings.missing()).isZero();
        assertThat(findings.gaps()).isZero();
        // Four at headquarters, three stations of which Mapo reports: all of headquarters', and one station's.
        assertThat(findings.screens().deliveries()).isGreaterThan(findings.reports().accepted());
        assertThat(findings.screens().latency().count()).isGreaterThanOrEqualTo(findings.screens().deliveries());
        assertThat(findings.back()).isNotNull().satisfies(back -> assertThat(back.count()).isEqualTo(7));
        assertThat(findings.seconds()).hasSize(3);
        assertThat(said).anyMatch(line -> line.contains("deliveries/s"));
        assertThat(Files.size(capture)).isGreaterThan(1_000);
        assertThat(new Paper(findings).text()).contains("missing, gaps").doesNotContain("SOMETHING WAS LOST");
        assertThat(new Paper(findings).page()).startsWith("<!doctype html>").contains("<svg").doesNotContain("<script")
                .doesNotContain("http:");
    }

    @Test
    void whoMayNotLookIsToldByName() {
        assertThatThrownBy(() -> hold(terms("nobody", directory.resolve("none")), new ArrayList<>()))
                .isInstanceOf(RehearsalRefused.class).hasMessageContaining("nobody");
    }

    private static Findings hold(Terms terms, List<String> said) throws IOException, InterruptedException {
        try (Rehearsal rehearsal = new Rehearsal(terms, said::add)) {
            return rehearsal.hold();
        }
    }

    private Terms terms(String login, Path capture) {
        Venue venue = new Venue("127.0.0.1", node.port(), false, new Venue.Trust.Usual());
        List<Terms.Account> accounts = List.of(new Terms.Account("commander", node.password("commander"), "npa"));
        Terms.Crowd crowd = new Terms.Crowd(4, 3, Optional.of("npa"), login, "commander", 4, 4);
        Terms.Traffic traffic = new Terms.Traffic("commander", "seoul-mapo", 20, 4, Duration.ofSeconds(1),
                Duration.ofSeconds(2), true);
        return new Terms(venue, Optional.of(node.anotherOperation()), accounts, crowd, traffic,
                new Terms.Watch(Optional.of(ProcessHandle.current().pid()), Optional.empty(), Optional.of(capture)));
    }
}
