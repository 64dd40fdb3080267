package kr.haetae.directive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.DirectiveUrgency;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What one can ask for concerning one directive. */
public sealed interface DirectiveCommand {
    UUID directive();

    record Issue(
            UUID directive,
            Addressees addressees,
            List<PostKind> posts,
            DirectiveUrgency urgency,
            String title,
            String text,
            @Nullable Instant due,
            @Nullable UUID supersedes,
            @Nullable UUID decision)
            implements
                DirectiveCommand {
        public Issue {
            posts = List.copyOf(posts);
        }
    }

    /** What a room does; {@code unit} absent: the author's own, else one below it, entered for it. */
    sealed interface Step extends DirectiveCommand {
        @Nullable
        UnitCode unit();
    }

    record Read(UUID directive) implements Step {
        @Override
        public @Nullable UnitCode unit() {
            return null;
        }
    }

    record Acknowledge(UUID directive, @Nullable UnitCode unit) implements Step {}

    record Complete(UUID directive, @Nullable UnitCode unit, @Nullable String note) implements Step {}

    record Reopen(UUID directive, UnitCode unit, String reason) implements DirectiveCommand {}

    /** @param rooms absent: all who are late */
    record Chase(UUID directive, @Nullable List<UnitCode> rooms) implements DirectiveCommand {}

    record Withdraw(UUID directive, String reason) implements DirectiveCommand {}

    /** @param anyPost whether the author may write for any post of his jurisdiction, not only for his own */
    record AcknowledgePost(UUID directive, UUID post, boolean anyPost) implements DirectiveCommand {}
}
