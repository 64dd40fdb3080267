/**
 * Emergency duty levels (비상근무): declared for a unit and a span, inherited downwards, planned ahead, and whether the rooms muster.
 * Knows {@code picture} and {@code event} only.
 */
@NullMarked
package kr.haetae.level;

import org.jspecify.annotations.NullMarked;
