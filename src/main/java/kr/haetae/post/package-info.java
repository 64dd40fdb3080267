/** Posts (근무지): the places that are guarded, and which unit answers for each. Knows {@code picture} and {@code event} only. */
@NullMarked
package kr.haetae.post;

import org.jspecify.annotations.NullMarked;
