package kr.haetae.event;

/** The three cordons of a counting centre (3선 경비): inside the hall, inside the fence, outside the fence. Source: domain notes (H). */
public enum Cordon {
    INSIDE,
    INSIDE_FENCE,
    OUTSIDE_FENCE
}
