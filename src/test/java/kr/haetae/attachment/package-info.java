@NullMarked
package kr.haetae.attachment;

import org.jspecify.annotations.NullMarked;
