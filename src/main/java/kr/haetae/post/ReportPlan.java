package kr.haetae.post;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.OperationState;
import kr.haetae.event.PostKind;
import kr.haetae.event.PostState;
import kr.haetae.event.SilenceRule;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import kr.haetae.picture.OperationEntity;

/**
 * Which posts report at present, and when: the operation's settings for its phase, with the times from which they hold. One small
 * entity on every screen, so that a change of phase changes no post.
 *
 * @param expected a line for each kind of post that reports in this phase; none while the operation is not open
 */
public record ReportPlan(@JsonIgnore UUID operation, @JsonIgnore UnitCode root, List<Expectation> expected)
        implements
            Entity {
    public static final String KIND = "report-plan";

    public ReportPlan {
        expected = List.copyOf(expected);
    }

    public static Key key(UUID operation) {
        return new Key(KIND, operation.toString());
    }

    static ReportPlan empty(OperationEntity operation) {
        return new ReportPlan(operation.operation(), operation.root(), List.of());
    }

    @Override
    public Key key() {
        return key(operation);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(root).andBelow();
    }

    public Optional<Expectation> of(PostKind kind) {
        for (Expectation line : expected) {
            if (line.postKind() == kind) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** What a watched post is by this plan, its newest report and the time alone. */
    public PostState state(Watch watch, Instant now) {
        return of(watch.postKind()).map(line -> line.state(watch, now)).orElseGet(() -> Watch.unmissed(watch.last()));
    }

    /** The plan once the operation changed its state, phase or settings. */
    ReportPlan after(OperationEntity now, Instant at) {
        List<SilenceRule> rules = now.state() == OperationState.OPEN ? now.settings().silence() : List.of();
        return new ReportPlan(operation, root, rules.stream()
                .filter(rule -> rule.phase() == now.phase())
                .map(rule -> of(rule.kind())
                        .map(line -> Expectation.of(rule, line.since(),
                                line.sameThresholds(rule) ? line.accepting() : at))
                        .orElseGet(() -> Expectation.of(rule, at, at)))
                .toList());
    }

    /** The plan once reports can be taken again after the servers were away. */
    ReportPlan resumed(Instant at) {
        return new ReportPlan(operation, root, expected.stream().map(line -> line.accepting(at)).toList());
    }
}
