/**
 * The benchmark: the built product as an operator starts it, driven from outside. Started by {@code ops/load/run}; no test.
 */
@NullMarked
package kr.haetae.load;

import org.jspecify.annotations.NullMarked;
