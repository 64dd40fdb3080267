package kr.haetae.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody named in a report: with an account here, or only by a name and a unit. */
public record Person(@Nullable UUID account, @Nullable String name, @Nullable UnitCode unit) {}
