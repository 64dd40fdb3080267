package kr.haetae.roster;

import java.util.List;

/** A column of a list that can be imported. */
interface ListColumn {
    /** Longest text in characters. */
    int maxLength();

    /** The headers that mean it: ours first, then those seen elsewhere. */
    List<String> headers();

    default String header() {
        return headers().getFirst();
    }
}
