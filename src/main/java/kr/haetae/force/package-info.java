/**
 * People (경력): forces and their strength, deployments to posts, who is there, reserves. Knows {@code picture} and {@code event}
 * only; of a post it knows the key and the unit.
 */
@NullMarked
package kr.haetae.force;

import org.jspecify.annotations.NullMarked;
