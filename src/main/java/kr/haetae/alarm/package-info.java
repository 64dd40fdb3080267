/**
 * What must not be missed: that a room took note of an alarm. What alarms is read off the picture by whoever looks at it; only the note
 * is a fact of its own. Noted is not over: the fold keeps a note for as long as its subject stands and its cause may last.
 */
@NullMarked
package kr.haetae.alarm;

import org.jspecify.annotations.NullMarked;
