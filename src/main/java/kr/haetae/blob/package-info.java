/**
 * FileStore in the database: uploads in pieces, what type they truly are, copies to look at, and their bytes by range. Knows nothing of
 * what a file belongs to or who may see it.
 */
@NullMarked
package kr.haetae.blob;

import org.jspecify.annotations.NullMarked;
