package kr.haetae.picture;

/** Something a screen holds: replaced whole, found by its key. Implementations are records; their fields are what goes on the wire. */
public interface Entity {
    Key key();

    Audience audience();

    /** What it adds to the tallies of its unit and of every unit above. */
    default Contribution contribution() {
        return Contribution.NONE;
    }

    /** Whether {@link Picture#chronicle} lists it; at most one such entity may be born in an entry. */
    default boolean chronicled() {
        return false;
    }
}
