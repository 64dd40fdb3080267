/**
 * The fault run: real nodes, a real PostgreSQL and HAProxy under load, broken on purpose, and judged by what the clients themselves
 * wrote down. Started by {@code ops/faults}; a short selection is a test.
 */
@NullMarked
package kr.haetae.faults;

import org.jspecify.annotations.NullMarked;
