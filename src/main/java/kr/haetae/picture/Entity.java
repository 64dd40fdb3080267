package kr.haetae.picture;

/** Something a screen holds: replaced whole, found by its key. Implementations are records; their fields are what goes on the wire. */
public interface Entity {
    Key key();

    Audience audience();

    /** What it adds to the tallies of its unit and of every unit above. */
    default Contribution contribution() {
        return Contribution.NONE;
    }

    /**
     * Whether {@link Picture#chronicleBefore} lists it and {@link Picture#trace} follows it. An entry may give birth to one such entity
     * of a kind at most, so that a page of the chronicle can end anywhere.
     */
    default boolean chronicled() {
        return false;
    }
}
