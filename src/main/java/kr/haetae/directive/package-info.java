/**
 * Orders down the command tree: directives (지시), which each room reads, acknowledges and does, and the command conferences
 * (지휘부 화상회의) that some of them come from.
 */
@NullMarked
package kr.haetae.directive;

import org.jspecify.annotations.NullMarked;
