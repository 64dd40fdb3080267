@NullMarked
package kr.haetae.post;

import org.jspecify.annotations.NullMarked;
