/** The whole server in processes of its own, killed, cut off and restored as operations will do to it. */
@NullMarked
package kr.haetae.system;

import org.jspecify.annotations.NullMarked;
