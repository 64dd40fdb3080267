/** An operation as a whole: opened and closed, its timetable, settings and clock. Knows the picture, and no other capability. */
@NullMarked
package kr.haetae.operation;

import org.jspecify.annotations.NullMarked;
