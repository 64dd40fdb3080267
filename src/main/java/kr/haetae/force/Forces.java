package kr.haetae.force;

import java.time.Instant;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Picture;

/** Decides commands about people and folds what was decided. Pure. */
public final class Forces implements Evolution {
    /** What becomes of the command on this picture; {@code at} is the operation's time. */
    public static Decision decide(Picture picture, Instant at, Author author, ForceCommand command) {
        return switch (command) {
            case ForceCommand.SetStrength c -> Strengths.decide(picture, author, c);
            case ForceCommand.Plan c -> Plans.decide(picture, author, c);
            case ForceCommand.Move c -> Movements.decide(picture, at, author, c);
            case ForceCommand.CorrectAttendance c -> Movements.decide(picture, author, c);
            case ForceCommand.CheckIn c -> CheckIns.decide(picture, at, author, c);
            case ForceCommand.CheckOut c -> CheckIns.decide(picture, at, author, c);
            case ForceCommand.RequestReserve c -> Reserves.decide(picture, author, c);
            case ForceCommand.ApproveReserve c -> Reserves.decide(picture, author, c);
            case ForceCommand.MoveReserve c -> Reserves.decide(picture, at, author, c);
        };
    }

    @Override
    public void apply(Draft draft, Entry entry) {
        PlanFold.apply(draft, entry);
        PresenceFold.apply(draft, entry);
        ReserveFold.apply(draft, entry);
    }
}
