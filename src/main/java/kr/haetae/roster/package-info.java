/**
 * The police units, the districts they police, and the lists of posts: turns files into values.
 *
 * <p>Knows no operation, no ledger, no network and no other package of this product. Unit codes are plain strings here.
 */
@NullMarked
package kr.haetae.roster;

import org.jspecify.annotations.NullMarked;
