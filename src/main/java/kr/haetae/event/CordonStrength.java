package kr.haetae.event;

import org.jspecify.annotations.Nullable;

/** People of one cordon, planned and there; absent: nobody has said. */
public record CordonStrength(Cordon cordon, @Nullable Integer planned, @Nullable Integer actual) {}
