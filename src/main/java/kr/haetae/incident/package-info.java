/** Incidents (상황): what is reported, and what the rooms do about it. Knows {@code picture} and {@code event} only. */
@NullMarked
package kr.haetae.incident;

import org.jspecify.annotations.NullMarked;
