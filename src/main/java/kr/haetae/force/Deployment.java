package kr.haetae.force;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.DeploymentState;
import kr.haetae.event.Person;
import kr.haetae.event.PlannedDeployment;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * A duty of some people at one post or on a circuit, as every screen shows it.
 *
 * @param hosts the units of those posts that are not its own unit's: they see who comes
 * @param movedBy who brought about its state; absent while it is planned
 * @param moveReason what he said of it
 */
public record Deployment(
        @JsonIgnore UUID deployment,
        UnitCode unit,
        @Nullable UUID force,
        List<UUID> posts,
        List<UnitCode> hosts,
        int planned,
        Instant from,
        Instant until,
        DeploymentState state,
        @JsonUnwrapped Attendance attendance,
        @JsonUnwrapped Course course,
        @JsonUnwrapped Marks marks,
        Person plannedBy,
        @Nullable Person movedBy,
        @Nullable String moveReason)
        implements
            Entity {
    public static final String KIND = "deployment";

    public Deployment {
        posts = List.copyOf(posts);
        hosts = List.copyOf(hosts);
    }

    public static Key key(UUID deployment) {
        return new Key(KIND, deployment.toString());
    }

    static Deployment planned(PlannedDeployment p, Person by) {
        return new Deployment(p.deployment(), p.unit(), p.force(), p.posts(), List.of(), p.planned(), p.from(),
                p.until(),
                DeploymentState.PLANNED, Attendance.NONE, Course.PLANNED, Marks.NONE, by, null, null);
    }

    @Override
    public Key key() {
        return key(deployment);
    }

    @Override
    public Audience audience() {
        return new Audience(unit, Set.copyOf(hosts), false, Clearance.GENERAL, UnitKind.STATION);
    }

    /** Fewer are on post than were planned. */
    @JsonProperty
    public boolean underStrength() {
        return state == DeploymentState.ON_POST && attendance.present() < planned;
    }

    @Override
    public Contribution contribution() {
        return new Figures()
                .add("people.planned", ended() ? 0 : planned)
                .add("people.due", expected() ? planned : 0)
                .add("people.duties", state == DeploymentState.CANCELLED ? 0 : planned)
                .add("people.onPost", attendance.present())
                .add("deployments." + word(), 1)
                .addIf(marks.late(), "deployments.late")
                .addIf(marks.doubled() && !ended(), "deployments.doubled")
                .addIf(underStrength(), "deployments.underStrength")
                .contribution();
    }

    /** Its shift begins; from then on whoever is still to come may be late; then its shift ends. */
    @Override
    public @Nullable Instant timedFrom() {
        if (ended()) {
            return null;
        }
        boolean mayBeLate = awaited() && !marks.late();
        return marks.due() && !mayBeLate ? until : from;
    }

    private String word() {
        return switch (state) {
            case PLANNED -> "planned";
            case EN_ROUTE -> "enRoute";
            case ON_POST -> "onPost";
            case RELIEVED -> "relieved";
            case CANCELLED -> "cancelled";
        };
    }

    /** Whether it is over: relieved or cancelled. */
    boolean ended() {
        return state == DeploymentState.RELIEVED || state == DeploymentState.CANCELLED;
    }

    /** Whether its people are counted as due on post: by the plan, or because they came before it or stayed after it. */
    private boolean expected() {
        return state == DeploymentState.ON_POST || (marks.due() && !ended());
    }

    /** Whether its shift runs then, by the plan. */
    boolean runs(Instant then) {
        return !from.isAfter(then) && until.isAfter(then);
    }

    /** Whether its people are still to come. */
    boolean awaited() {
        return state == DeploymentState.PLANNED || state == DeploymentState.EN_ROUTE;
    }

    /** Whether planning this would change anything that is said. */
    boolean says(PlannedDeployment p) {
        return unit.equals(p.unit()) && Objects.equals(force, p.force()) && posts.equals(p.posts())
                && planned == p.planned() && from.equals(p.from()) && until.equals(p.until());
    }

    /** Planned anew; being late is a matter of the shift, which is the same. */
    Deployment replanned(PlannedDeployment p, Person by) {
        Deployment anew = planned(p, by);
        return from.equals(p.from()) ? anew.marked(anew.marks.late(marks.late())) : anew;
    }

    Deployment marked(Marks now) {
        return now.equals(marks) ? this : with(state, attendance, course, now, movedBy, moveReason);
    }

    Deployment hosted(List<UnitCode> by) {
        return by.equals(hosts) ? this
                : new Deployment(deployment, unit, force, posts, by, planned, from, until, state, attendance, course,
                        marks, plannedBy, movedBy, moveReason);
    }

    Deployment counted(Attendance now) {
        return with(state, now, course, marks, movedBy, moveReason);
    }

    /** Somebody of it checked in. */
    Deployment joined(Instant at, Person by) {
        return counted(attendance.joined()).arrived(at, by);
    }

    private Deployment arrived(Instant at, Person by) {
        return awaited() ? step(DeploymentState.ON_POST, at, by, null) : this;
    }

    /** Takes a step; whoever arrives by a room's word is all who were planned, whoever ends leaves. */
    Deployment moved(DeploymentState to, Instant at, Person by, @Nullable String reason) {
        Deployment stepped = step(to, at, by, reason);
        return switch (to) {
            case ON_POST -> stepped.counted(attendance.all(planned));
            case RELIEVED, CANCELLED -> stepped.counted(attendance.gone());
            case PLANNED, EN_ROUTE -> stepped;
        };
    }

    private Deployment step(DeploymentState to, Instant at, Person by, @Nullable String reason) {
        Course next = switch (to) {
            case PLANNED -> course;
            case EN_ROUTE -> new Course(at, course.onPostAt(), course.relievedAt(), course.cancelledAt());
            case ON_POST -> new Course(course.enRouteAt(), at, course.relievedAt(), course.cancelledAt());
            case RELIEVED -> new Course(course.enRouteAt(), course.onPostAt(), at, course.cancelledAt());
            case CANCELLED -> new Course(course.enRouteAt(), course.onPostAt(), course.relievedAt(), at);
        };
        boolean awaited = to == DeploymentState.PLANNED || to == DeploymentState.EN_ROUTE;
        return with(to, attendance, next, awaited ? marks : marks.late(false), by, reason);
    }

    private Deployment with(DeploymentState to, Attendance now, Course steps, Marks odd, @Nullable Person by,
            @Nullable String reason) {
        return new Deployment(deployment, unit, force, posts, hosts, planned, from, until, to, now, steps, odd,
                plannedBy, by,
                reason);
    }
}
