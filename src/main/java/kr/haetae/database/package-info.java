/**
 * Where the one shared state lives: the embedded PostgreSQL or somebody else's, and its schema.
 * Knows the settings; must not know what is stored.
 */
@NullMarked
package kr.haetae.database;

import org.jspecify.annotations.NullMarked;
