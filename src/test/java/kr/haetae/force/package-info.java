@NullMarked
package kr.haetae.force;

import org.jspecify.annotations.NullMarked;
