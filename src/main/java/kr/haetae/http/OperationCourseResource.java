package kr.haetae.http;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.NamedId;
import kr.haetae.event.OperationSettings;
import kr.haetae.event.Phase;
import kr.haetae.event.PlannedPhase;
import kr.haetae.event.PostKind;
import kr.haetae.event.SilenceRule;
import kr.haetae.ledger.Ledger;
import kr.haetae.level.LevelProposal;
import kr.haetae.operation.OperationCommand;
import kr.haetae.operation.Operations;
import kr.haetae.operation.TimetableProposal;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;
import java.time.Instant;

/** The course of one operation: opened, closed, its clock, timetable, phase and settings. */
final class OperationCourseResource {
    private static final int MAX_REASON = ReportResource.MAX_TEXT;
    private static final int DAY_MINUTES = 1_440;
    private static final int MOST_POSTS = 100_000;

    private record Nothing() {}

    private record Closure(@Nullable String reason) {}

    private record Clock(@Nullable Integer rate, @Nullable String reason) {}

    private record Line(@Nullable UUID id, @Nullable Phase phase, @Nullable Instant from) {}

    private record Timetable(@Nullable List<@Nullable Line> phases) {}

    private record PhaseWanted(@Nullable Phase phase) {}

    private record Silence(@Nullable PostKind kind, @Nullable Phase phase, @Nullable Integer everyMinutes,
            @Nullable Integer lateMinutes, @Nullable Integer lostMinutes) {}

    private record Settings(@Nullable Boolean confirmHighLevels, @Nullable Integer musterEssentialMinutes,
            @Nullable Integer musterOthersMinutes, @Nullable List<@Nullable Silence> silence,
            @Nullable Integer outagePosts, @Nullable Integer outagePercent) {}

    private record Proposal(List<TimetableProposal.Line> phases, List<LevelProposal.Step> steps) {}

    private final OpenOperations operations;
    private final InstantSource clock;

    /** {@code clock}: real time, by the database's clock. */
    OperationCourseResource(OpenOperations operations, InstantSource clock) {
        this.operations = operations;
        this.clock = clock;
    }

    Future<Reply> open(Call call) {
        call.body(Nothing.class);
        return act(call, new OperationCommand.Open());
    }

    Future<Reply> close(Call call) {
        Closure body = call.body(Closure.class);
        Check check = new Check();
        String reason = check.text("/reason", body.reason(), MAX_REASON);
        check.refuse();
        return act(call, new OperationCommand.Close(reason));
    }

    Future<Reply> setClock(Call call) {
        Clock body = call.body(Clock.class);
        Check check = new Check();
        int rate = check.range("/rate", body.rate(), 1, 600);
        String reason = check.text("/reason", body.reason(), MAX_REASON);
        check.refuse();
        return act(call, new OperationCommand.SetClock(rate, reason));
    }

    /** A line without an id gets one made of what it is, so that the same timetable sent again is the same timetable. */
    Future<Reply> setTimetable(Call call) {
        Timetable body = call.body(Timetable.class);
        Check check = new Check();
        List<@Nullable Line> lines = check.required("/phases", body.phases(), List.<@Nullable Line>of());
        List<PlannedPhase> phases = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String at = "/phases/" + i;
            Line line = check.required(at, lines.get(i), new Line(null, null, null));
            Phase phase = check.required(at + "/phase", line.phase(), Phase.CAMPAIGN);
            Instant from = check.required(at + "/from", line.from(), Instant.EPOCH);
            UUID named = NamedId.of(call.pathId("operation"), "phase-line/" + phase + "/" + from);
            phases.add(new PlannedPhase(Objects.requireNonNullElse(line.id(), named), phase, from));
        }
        check.refuse();
        return act(call, new OperationCommand.SetTimetable(phases));
    }

    /** Nobody types the standard course by hand. */
    Future<Reply> propose(Call call) {
        operations.require(call);
        LocalDate day = call.queryDate("pollingDay").orElseThrow(() -> Problem
                .bad("malformed-parameter", "The parameter pollingDay is a date such as 2026-06-03.").exception());
        LocalTime close = call.queryClockTime("close").orElse(TimetableProposal.CLOSE);
        TimetableProposal proposal = new TimetableProposal(day,
                call.queryDate("campaignFrom").orElse(TimetableProposal.campaignFrom(day)), close);
        if (!proposal.sound()) {
            throw Problem.bad("malformed-parameter",
                    "The campaign begins before early voting, and the polling places close between 07:00 and 23:00.")
                    .exception();
        }
        return Future.succeededFuture(Reply.ok(new Proposal(proposal.lines(),
                LevelProposal.of(proposal.earlyVoting(), proposal.voting(), proposal.standDown()))));
    }

    Future<Reply> enterPhase(Call call) {
        PhaseWanted body = call.body(PhaseWanted.class);
        Check check = new Check();
        Phase phase = check.required("/phase", body.phase(), Phase.CAMPAIGN);
        check.refuse();
        return act(call, new OperationCommand.EnterPhase(phase, null));
    }

    Future<Reply> changeSettings(Call call) {
        Settings body = call.body(Settings.class);
        Check check = new Check();
        List<@Nullable Silence> lines = check.required("/silence", body.silence(), List.<@Nullable Silence>of());
        List<SilenceRule> silence = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            silence.add(silence(check, "/silence/" + i, lines.get(i)));
        }
        OperationSettings settings = new OperationSettings(
                check.required("/confirmHighLevels", body.confirmHighLevels(), false),
                check.range("/musterEssentialMinutes", body.musterEssentialMinutes(), 1, DAY_MINUTES),
                check.range("/musterOthersMinutes", body.musterOthersMinutes(), 1, DAY_MINUTES),
                silence,
                check.range("/outagePosts", body.outagePosts(), 1, MOST_POSTS),
                check.range("/outagePercent", body.outagePercent(), 1, 100));
        check.refuse();
        return act(call, new OperationCommand.ChangeSettings(settings));
    }

    private static SilenceRule silence(Check check, String at, @Nullable Silence given) {
        Silence line = check.required(at, given, new Silence(null, null, null, null, null));
        return new SilenceRule(
                check.required(at + "/kind", line.kind(), PostKind.POLLING_PLACE),
                check.required(at + "/phase", line.phase(), Phase.VOTING),
                check.range(at + "/everyMinutes", line.everyMinutes(), 1, DAY_MINUTES),
                check.range(at + "/lateMinutes", line.lateMinutes(), 1, DAY_MINUTES),
                check.range(at + "/lostMinutes", line.lostMinutes(), 1, DAY_MINUTES));
    }

    private Future<Reply> act(Call call, OperationCommand command) {
        Ledger<Picture> ledger = operations.require(call);
        Author author = call.author();
        return Commands
                .submit(call, ledger,
                        (picture, at) -> Operations.decide(picture, at, clock.instant(), author, command))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }
}
