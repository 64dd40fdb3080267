package kr.haetae.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import kr.haetae.event.Phase;

/**
 * The standard phases around a polling day, to be set as they are or changed. Times are Korean. Sources: domain notes, "Phases of an
 * operation" (H); early voting on the fifth and fourth day before, 06:00 to 18:00, is the Public Official Election Act's, §155.
 *
 * @param campaignFrom when the rooms open, at midnight
 * @param close when the polling places close
 */
public record TimetableProposal(LocalDate pollingDay, LocalDate campaignFrom, LocalTime close) {
    /** Normally; 20:00 at a presidential by-election (2017, 2025), 19:30 in 2022. */
    public static final LocalTime CLOSE = LocalTime.of(18, 0);

    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");
    /** 2025-05-12 before 2025-06-03. */
    private static final int CAMPAIGN_DAYS = 22;
    private static final int EARLY_VOTING_BEGINS = 5;
    private static final int EARLY_VOTING_ENDS = 4;
    private static final LocalTime PREPARATION = LocalTime.of(5, 0);
    private static final LocalTime OPEN = LocalTime.of(6, 0);
    /** Counting from about 20:30 where polling closed at 20:00. */
    private static final int MINUTES_TO_COUNT = 30;
    /** Counted to the last ballot at about 05:00 next morning. */
    private static final LocalTime COUNTED = LocalTime.of(5, 0);

    private static final LocalTime EARLIEST_CLOSE = LocalTime.of(7, 0);
    private static final LocalTime LATEST_CLOSE = LocalTime.of(23, 0);

    /** One line; the timetable gives it its id. */
    public record Line(Phase phase, Instant from) {}

    /** When the campaign begins if nobody says otherwise. */
    public static LocalDate campaignFrom(LocalDate pollingDay) {
        return pollingDay.minusDays(CAMPAIGN_DAYS);
    }

    /** Whether the phases come in their order. */
    public boolean sound() {
        return campaignFrom.isBefore(pollingDay.minusDays(EARLY_VOTING_BEGINS)) && !close.isBefore(EARLIEST_CLOSE)
                && !close.isAfter(LATEST_CLOSE);
    }

    public List<Line> lines() {
        return List.of(
                new Line(Phase.CAMPAIGN, at(campaignFrom, LocalTime.MIDNIGHT)),
                new Line(Phase.EARLY_VOTING, earlyVoting()),
                new Line(Phase.STORAGE_WATCH, at(pollingDay.minusDays(EARLY_VOTING_ENDS), CLOSE)),
                new Line(Phase.PREPARATION, at(pollingDay, PREPARATION)),
                new Line(Phase.VOTING, voting()),
                new Line(Phase.TRANSPORT, at(pollingDay, close)),
                new Line(Phase.COUNTING, at(pollingDay, close.plusMinutes(MINUTES_TO_COUNT))),
                new Line(Phase.STAND_DOWN, standDown()));
    }

    public Instant earlyVoting() {
        return at(pollingDay.minusDays(EARLY_VOTING_BEGINS), OPEN);
    }

    public Instant voting() {
        return at(pollingDay, OPEN);
    }

    public Instant standDown() {
        return at(pollingDay.plusDays(1), COUNTED);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(KOREA).toInstant();
    }
}
