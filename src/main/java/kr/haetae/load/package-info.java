/**
 * The rehearsal before the day: many dashboards and phones as real clients of a running server, reports at a rate, and what comes of it in
 * numbers. Knows the server by its API alone, wherever it runs; the root's {@code haetae load} begins one.
 */
@NullMarked
package kr.haetae.load;

import org.jspecify.annotations.NullMarked;
