/**
 * Ballots that are not in anybody's hand at a polling place any more: on the way, in storage, being counted. Boxes and seals by
 * their numbers; ballots' serials are never recorded. Knows no other capability.
 */
@NullMarked
package kr.haetae.custody;

import org.jspecify.annotations.NullMarked;
