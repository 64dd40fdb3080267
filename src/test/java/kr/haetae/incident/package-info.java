@NullMarked
package kr.haetae.incident;

import org.jspecify.annotations.NullMarked;
