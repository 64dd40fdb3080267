@NullMarked
package kr.haetae.event;

import org.jspecify.annotations.NullMarked;
