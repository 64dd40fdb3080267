package kr.haetae.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as the ledger keeps it for ever. {@link EventCodec} gives each its type name and version; a field is
 * never renamed or retyped, a changed meaning is a new version.
 */
public sealed interface Event {
    /** What only the house ledger holds: operations, accounts, the organisation. */
    sealed interface House extends Event {}

    /** What only an operation's ledger holds. */
    sealed interface Operational extends Event
            permits
            OperationDefined,
            OperationEvent,
            LevelEvent,
            ForceEvent,
            PostsPlaced,
            PostAssigned,
            PostEvent,
            VisitEvent,
            IncidentReported,
            IncidentAcknowledged,
            IncidentCommented,
            IncidentDispatched,
            IncidentTransferred,
            IncidentResolved,
            IncidentClosed,
            IncidentEvent,
            UpwardReportEvent,
            HandoverEvent,
            CaseEvent,
            CustodyEvent,
            DirectiveEvent,
            AlarmEvent,
            ConferenceEvent,
            StorageEvent,
            CountingEvent,
            AttachmentEvent,
            ErasureEvent {}

    /** The organisation that new operations start from; replaces the one before. At most 500 units. */
    record OrganisationAdopted(List<PlacedUnit> units) implements House {
        public OrganisationAdopted {
            units = List.copyOf(units);
        }
    }

    record OperationCreated(UUID operation, String name, OperationKind kind, OperationClock clock) implements House {}

    /** A closed operation was put away: nodes hold it only while somebody reads it. */
    record OperationArchived(UUID operation) implements House {}

    record AccountCreated(
            UUID account, String login, String name, Role role, UnitCode unit, @Nullable UUID post) implements House {}

    record AccountPosted(UUID account, Role role, UnitCode unit, @Nullable UUID post) implements House {}

    /** Replaces what the account was cleared for; ends its sessions, so that no screen keeps what it may not show any more. */
    record AccountCleared(UUID account, List<Clearance> clearances) implements House {
        public AccountCleared {
            clearances = List.copyOf(clearances);
        }
    }

    /** Ends every session of the account, and its passkeys for good. */
    record AccountDisabled(UUID account, String reason) implements House {}

    record AccountEnabled(UUID account) implements House {}

    /** A password was set: on first use, by its owner or after a reset. The password itself is never in a ledger. */
    record PasswordChanged(UUID account) implements House {}

    /** An administrator took password and passkeys away and issued an activation code; ends every session of the account. */
    record CredentialsReset(UUID account) implements House {}

    /** The owner added a passkey (패스키). Its public key and its name are in a table and never in a ledger. */
    record PasskeyAdded(UUID account, UUID passkey) implements House {}

    /** The owner removed one of his passkeys, or the house did because it was copied. */
    record PasskeyRemoved(UUID account, UUID passkey, String reason) implements House {}

    /** An administrator removed all passkeys, as after a lost phone; ends every session of the account. The password stays. */
    record PasskeysRemoved(UUID account, String reason) implements House {}

    /** Log-out, or revocation after a refresh token was used twice; ends the session's requests and sockets on every node. */
    record SessionEnded(UUID session, UUID account, String reason) implements House {}

    /** The first entry of an operation's ledger: what it is, and its command tree. */
    record OperationDefined(
            UUID operation, String name, OperationKind kind, OperationClock clock, List<PlacedUnit> units)
            implements
                Operational {
        public OperationDefined {
            units = List.copyOf(units);
        }
    }

    /** At most 500 posts, so that a big import freezes nobody; replaces posts of the same id. */
    record PostsPlaced(String source, List<PlacedPost> posts) implements Operational {
        public PostsPlaced {
            posts = List.copyOf(posts);
        }
    }

    /** A post whose jurisdiction was unknown (관할 미지정) or wrong got its unit. */
    record PostAssigned(UUID post, UnitCode unit) implements Operational {}

    /**
     * @param number what is said over the radio, such as 서울강남-0412; unique in the operation
     * @param code the rooms' 112 urgency code, 0 (most urgent) to 4
     * @param reportedBy who saw it; differs from {@code enteredBy} when a room entered it for somebody
     * @param clearance stands here and not in an entry of its own, so that there is no moment at which everybody sees it
     * @param sourceLink where on the net it stands; http or https
     * @param monitoring what the watch over the net found
     */
    record IncidentReported(
            UUID incident,
            String number,
            UnitCode unit,
            IncidentKind kind,
            int code,
            String text,
            @Nullable UUID post,
            @Nullable Position position,
            Instant occurredAt,
            IncidentSource source,
            @Nullable String callNumber,
            Person reportedBy,
            Person enteredBy,
            Handling handling,
            Clearance clearance,
            @Nullable String sourceLink,
            @Nullable MonitoringKind monitoring)
            implements
                Operational {}

    record IncidentAcknowledged(UUID incident, Person by) implements Operational {}

    record IncidentCommented(UUID incident, String text, Person by) implements Operational {}

    /** A dispatch note: who was sent, in words. */
    record IncidentDispatched(UUID incident, String note, Person by) implements Operational {}

    /** The incident now belongs to another unit (관할 이송). */
    record IncidentTransferred(UUID incident, UnitCode unit, String reason, Person by) implements Operational {}

    record IncidentResolved(UUID incident, @Nullable String note, Person by) implements Operational {}

    record IncidentClosed(UUID incident, IncidentOutcome outcome, @Nullable String note, Person by)
            implements
                Operational {}
}
