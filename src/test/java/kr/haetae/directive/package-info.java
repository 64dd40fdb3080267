@NullMarked
package kr.haetae.directive;

import org.jspecify.annotations.NullMarked;
