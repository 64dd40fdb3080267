/**
 * The settings: one validated record, read once at the start from environment variables.
 * Knows nothing of the rest of the program.
 */
@NullMarked
package kr.haetae.config;

import org.jspecify.annotations.NullMarked;
