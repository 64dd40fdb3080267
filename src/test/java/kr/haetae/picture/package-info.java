@NullMarked
package kr.haetae.picture;

import org.jspecify.annotations.NullMarked;
