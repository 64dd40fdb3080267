/**
 * Election-crime cases (선거사범), which outlive their operation. Knows {@code picture} and {@code event} only. A case is not an incident
 * (상황), and nobody's name or party is recorded.
 */
@NullMarked
package kr.haetae.crime;

import org.jspecify.annotations.NullMarked;
