/**
 * The vocabulary of the record: events, identifiers, entries and their versioned bytes. Pure values; knows no other package of
 * the product, does no I/O and reads no clock.
 */
@NullMarked
package kr.haetae.event;

import org.jspecify.annotations.NullMarked;
