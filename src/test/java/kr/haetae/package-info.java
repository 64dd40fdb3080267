@NullMarked
package kr.haetae;

import org.jspecify.annotations.NullMarked;
