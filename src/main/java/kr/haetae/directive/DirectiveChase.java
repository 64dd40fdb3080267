package kr.haetae.directive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * When the rooms of an open directive are told again. Apart from the {@link Directive}, whose text would be sent to all rooms with
 * every step.
 *
 * @param unit whose directive it is
 * @param step how often somebody was told again so far
 * @param nextAt when time alone will; absent while nobody is waited for
 * @param restarted since when the repetition counts: the last time, or when a room got it back
 */
public record DirectiveChase(@JsonIgnore UUID directive, UnitCode unit, int step, int repeatMinutes,
        @Nullable Instant lastAt, @Nullable Instant nextAt, @JsonIgnore @Nullable Instant restarted)
        implements
            Entity {
    public static final String KIND = "directive-chase";

    public static Key key(UUID directive) {
        return new Key(KIND, directive.toString());
    }

    @Override
    public Key key() {
        return key(directive);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit);
    }

    @Override
    public @Nullable Instant timedFrom() {
        return nextAt;
    }

    DirectiveChase told(Instant at, int now) {
        return new DirectiveChase(directive, unit, now, repeatMinutes, at, nextAt, at);
    }

    DirectiveChase restarted(Instant at) {
        return new DirectiveChase(directive, unit, step, repeatMinutes, lastAt, nextAt, at);
    }

    DirectiveChase next(@Nullable Instant at) {
        return new DirectiveChase(directive, unit, step, repeatMinutes, lastAt, at, restarted);
    }
}
