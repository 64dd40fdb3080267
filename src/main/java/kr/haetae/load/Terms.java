package kr.haetae.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.drill.Venue;

/**
 * What is rehearsed.
 *
 * @param operation the first open one if absent
 * @param accounts all that were given
 * @param crowd who looks
 * @param traffic what is reported meanwhile
 * @param watch where the server's processor time is read
 */
public record Terms(Venue venue, Optional<UUID> operation, List<Account> accounts, Crowd crowd, Traffic traffic,
        Watch watch) {
    /** Who may log in; {@code unit} is what it may look at. */
    public record Account(String login, String password, String unit) {
        @Override
        public String toString() {
            return "Account[" + login + "]";
        }
    }

    /**
     * Who looks.
     *
     * @param view the one unit that all dashboards look at; absent: 1 % headquarters, 18 % agencies, the rest stations
     * @param dashboardLogin of the accounts that dashboards log in by; {@code *} at its end stands for anything
     * @param phoneLogin likewise
     * @param socketsOfLogin how many sockets share one log-in, 1 to 12
     * @param opening how many are opened at a time
     */
    public record Crowd(int dashboards, int phones, Optional<String> view, String dashboardLogin, String phoneLogin,
            int socketsOfLogin, int opening) {
        static final int SOCKETS_OF_LOGIN = 12;

        public Crowd {
            refuse(dashboards < 0 || phones < 0, "There can't be fewer than no dashboards or phones.");
            refuse(socketsOfLogin < 1 || socketsOfLogin > SOCKETS_OF_LOGIN,
                    "A log-in may have 1 to %d sockets.".formatted(SOCKETS_OF_LOGIN));
            refuse(opening < 1, "At least one has to be opened at a time.");
        }
    }

    /**
     * What is reported.
     *
     * @param login who reports
     * @param within the unit for whose stations; a station reports for itself
     * @param perSecond 0: each connection reports as fast as it is answered
     * @param connections how many reports may be under way at once; 0: nothing is reported
     * @param storm whether all sockets are cut in the end, to see how fast they are back
     */
    public record Traffic(String login, String within, int perSecond, int connections, Duration warmUp,
            Duration measured,
            boolean storm) {
        /** Ids and times of a longer run would take too much of the memory that is measured beside it. */
        private static final int MOST_PER_SECOND = 100_000;

        public Traffic {
            refuse(perSecond < 0 || perSecond > MOST_PER_SECOND,
                    "0 to %d reports a second can be asked for.".formatted(MOST_PER_SECOND));
            refuse(connections < 0, "There can't be fewer than no connections.");
            refuse(warmUp.isNegative() || !measured.isPositive(),
                    "Something has to be measured for at least a second.");
        }
    }

    /**
     * Where the server's figures are read.
     *
     * @param process its id, when it runs on this machine
     * @param management its management address, as {@code http://127.0.0.1:8081}
     * @param capture where the change frames of one dashboard are written, to be sent again by a bare loop
     */
    public record Watch(Optional<Long> process, Optional<String> management, Optional<Path> capture) {}

    public Terms {
        accounts = List.copyOf(accounts);
    }

    private static void refuse(boolean wrong, String sentence) {
        if (wrong) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
