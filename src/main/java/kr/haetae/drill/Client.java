package kr.haetae.drill;

import java.util.UUID;
import kr.haetae.event.Commission;
import kr.haetae.event.UnitCode;

/**
 * Who sends: an account at one of its devices. What one client sends is sent one after the other, as an outbox does.
 *
 * @param login without the prefix that keeps the accounts of different drills apart
 * @param desk 0 for a phone; a room has several
 */
record Client(String login, int desk) {
    /** Where a room works its incidents, its levels and reserves. */
    static final int INCIDENTS = 0;

    /** Where it enters what posts without accounts say by radio: so many desks. */
    private static final int RADIOS = 4;

    /** Where it moves its forces. */
    private static final int FORCES = 1 + RADIOS;

    static Client commander() {
        return new Client("commander", 0);
    }

    static Client room(UnitCode unit) {
        return new Client(roomLogin(unit), INCIDENTS);
    }

    /** The desk of a room that listens to this post. */
    static Client radio(UnitCode unit, UUID post) {
        return new Client(roomLogin(unit), 1 + Math.floorMod(post.hashCode(), RADIOS));
    }

    static Client forces(UnitCode unit) {
        return new Client(roomLogin(unit), FORCES);
    }

    /** @param number 1 or 2 */
    static Client officer(UUID post, int number) {
        return new Client(officerLogin(post, number), 0);
    }

    static Client commission(Commission commission) {
        return new Client(commissionLogin(commission), 0);
    }

    static String commissionLogin(Commission commission) {
        return "liaison-" + commission.code();
    }

    static String roomLogin(UnitCode unit) {
        return "room-" + unit;
    }

    static String officerLogin(UUID post, int number) {
        return "officer-" + post.toString().replace("-", "").substring(0, 16) + "-" + number;
    }

    @Override
    public String toString() {
        return desk == 0 ? login : login + "/" + desk;
    }
}
