@NullMarked
package kr.haetae.blob;

import org.jspecify.annotations.NullMarked;
