/** What the tests of several packages share. */
@NullMarked
package kr.haetae.testing;

import org.jspecify.annotations.NullMarked;
