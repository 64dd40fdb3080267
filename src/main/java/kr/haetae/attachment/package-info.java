/**
 * Files that belong to something in the picture, whatever it is, and are seen by exactly those who see that. Knows their hashes,
 * not their bytes.
 */
@NullMarked
package kr.haetae.attachment;

import org.jspecify.annotations.NullMarked;
