@NullMarked
package kr.haetae.browser;

import org.jspecify.annotations.NullMarked;
