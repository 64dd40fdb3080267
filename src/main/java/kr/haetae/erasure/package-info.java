/** Words of the record that are destroyed: asked for by one, approved by another. Knows no other capability. */
@NullMarked
package kr.haetae.erasure;

import org.jspecify.annotations.NullMarked;
