@NullMarked
package kr.haetae.drill;

import org.jspecify.annotations.NullMarked;
