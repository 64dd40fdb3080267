/**
 * The picture: what one operation looks like at one seq, as an immutable value folded from its entries. Knows {@code event} only;
 * what an incident or a post is, the capabilities tell it through {@link kr.haetae.picture.Evolution} and
 * {@link kr.haetae.picture.Entity}.
 */
@NullMarked
package kr.haetae.picture;

import org.jspecify.annotations.NullMarked;
