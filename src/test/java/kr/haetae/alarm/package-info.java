@NullMarked
package kr.haetae.alarm;

import org.jspecify.annotations.NullMarked;
