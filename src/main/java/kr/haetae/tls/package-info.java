/** The certificate of the public port: the operator's, or one of our own making. Knows the settings and nothing else. */
@NullMarked
package kr.haetae.tls;

import org.jspecify.annotations.NullMarked;
