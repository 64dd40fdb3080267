@NullMarked
package kr.haetae.level;

import org.jspecify.annotations.NullMarked;
