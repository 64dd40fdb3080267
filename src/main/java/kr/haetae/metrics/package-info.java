/** The meters of the product, one class for each part. Knows none of them: they hand in figures. */
@NullMarked
package kr.haetae.metrics;

import org.jspecify.annotations.NullMarked;
