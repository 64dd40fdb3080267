@NullMarked
package kr.haetae.custody;

import org.jspecify.annotations.NullMarked;
