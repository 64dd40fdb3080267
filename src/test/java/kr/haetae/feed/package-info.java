@NullMarked
package kr.haetae.feed;

import org.jspecify.annotations.NullMarked;
