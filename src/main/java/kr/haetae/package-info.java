/** The composition: everything is put together here and nowhere else. */
@NullMarked
package kr.haetae;

import org.jspecify.annotations.NullMarked;
