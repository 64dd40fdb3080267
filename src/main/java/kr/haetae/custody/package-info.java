/** Ballot boxes (투표함): in whose hand each is, from seal to count. Knows {@code picture} and {@code event} only. */
@NullMarked
package kr.haetae.custody;

import org.jspecify.annotations.NullMarked;
