@NullMarked
package kr.haetae.auth;

import org.jspecify.annotations.NullMarked;
