@NullMarked
package kr.haetae.http;

import org.jspecify.annotations.NullMarked;
