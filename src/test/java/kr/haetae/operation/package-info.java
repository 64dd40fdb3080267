@NullMarked
package kr.haetae.operation;

import org.jspecify.annotations.NullMarked;
