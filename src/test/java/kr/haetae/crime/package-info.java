@NullMarked
package kr.haetae.crime;

import org.jspecify.annotations.NullMarked;
