/**
 * The simulated polling day: a plan of what everybody does, which is a pure function of a seed, and the clients that do it through
 * the public API as phones and rooms do. Knows the vocabulary; gives no command but by HTTP, and reads the record only to count it.
 */
@NullMarked
package kr.haetae.drill;

import org.jspecify.annotations.NullMarked;
