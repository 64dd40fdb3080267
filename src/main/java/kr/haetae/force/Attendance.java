package kr.haetae.force;

import java.time.Instant;
import kr.haetae.event.Person;
import org.jspecify.annotations.Nullable;

/**
 * How many people of a deployment are there. Some are known by name because they checked in, some only by number because a room
 * said so; whoever checks in is first taken for one of the latter, so that nobody is counted twice.
 *
 * @param present on post now
 * @param checkedIn those of them who are known by name
 * @param attended the most that were there at once, or what a correction said
 */
public record Attendance(int present, int checkedIn, int attended, @Nullable Correction correction) {
    static final Attendance NONE = new Attendance(0, 0, 0, null);

    /** @param present the number that was put in place of what was counted */
    public record Correction(int present, String reason, Instant at, Person by) {}

    Attendance joined() {
        return counting(present > checkedIn ? present : present + 1, checkedIn + 1);
    }

    Attendance left() {
        return counting(Math.max(0, present - 1), Math.max(0, checkedIn - 1));
    }

    /** A room says that all who were planned are there. */
    Attendance all(int planned) {
        return counting(Math.max(present, planned), checkedIn);
    }

    /** Somebody was there, and has left already. */
    Attendance passed() {
        return new Attendance(present, checkedIn, attended + 1, correction);
    }

    Attendance gone() {
        return new Attendance(0, 0, attended, correction);
    }

    Attendance corrected(Correction by, boolean there) {
        return new Attendance(there ? by.present() : present, checkedIn, by.present(), by);
    }

    private Attendance counting(int now, int named) {
        return new Attendance(now, named, Math.max(attended, now), correction);
    }
}
